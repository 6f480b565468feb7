import type { Dictionary } from '../en'
import { ja as author } from './author'
import { ja as mail } from './mail'
import { ja as privacy } from './privacy'
import { ja as site } from './site'
import { ja as sum } from './sum'

export const ja: Dictionary = { author, mail, privacy, site, sum }
