import { account, type AccountWords } from './account'
import { chapters, type ChaptersWords } from './chapters'
import { editor, type EditorWords } from './editor'
import { frame, type FrameWords } from './frame'
import { overview, type OverviewWords } from './overview'
import { people, type PeopleWords } from './people'
import { problems, type ProblemWords } from './problems'
import { queue, type QueueWords } from './queue'
import { rankings, type RankingsWords } from './rankings'
import { settings, type SettingsWords } from './settings'
import { spam, type SpamWords } from './spam'

/** The words of the desk by its abilities, so that a page is sent with those that it needs. */
export interface DeskWords {
  account: AccountWords
  chapters: ChaptersWords
  editor: EditorWords
  frame: FrameWords
  overview: OverviewWords
  people: PeopleWords
  problems: ProblemWords
  queue: QueueWords
  rankings: RankingsWords
  settings: SettingsWords
  spam: SpamWords
}

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
