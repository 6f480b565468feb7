import type { Dictionary } from '../en'
import { ar as author } from './author'
import { ar as mail } from './mail'
import { ar as privacy } from './privacy'
import { ar as site } from './site'
import { ar as sum } from './sum'

export const ar: Dictionary = { author, mail, privacy, site, sum }
