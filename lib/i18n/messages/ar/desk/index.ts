import type { DeskWords } from '../../en/desk'
import { account } from './account'
import { chapters } from './chapters'
import { editor } from './editor'
import { frame } from './frame'
import { overview } from './overview'
import { people } from './people'
import { problems } from './problems'
import { queue } from './queue'
import { rankings } from './rankings'
import { settings } from './settings'
import { spam } from './spam'

export const desk: DeskWords = {
  account,
  chapters,
  editor,
  frame,
  overview,
  people,
  problems,
  queue,
  rankings,
  settings,
  spam,
}
