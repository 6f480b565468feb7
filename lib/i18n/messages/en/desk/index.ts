import { account, type AccountWords } from './account'
import { bulk, type BulkWords } from './queue/bulk'
import { audit, type AuditWords } from './people/audit'
import { chapters, type ChaptersWords } from './chapters'
import { editor, type EditorWords } from './editor'
import { frame, type FrameWords } from './frame'
import { overview, type OverviewWords } from './overview'
import { own, type OwnWords } from './own'
import { people, type PeopleWords } from './people/people'
import { powers, type PowersWords } from './people/powers'
import { problems, type ProblemWords } from './problems'
import { provider, type ProviderWords } from './people/provider'
import { queue, type QueueWords } from './queue/queue'
import { rankings, type RankingsWords } from './rankings'
import { rules, type RulesWords } from './queue/rules'
import { secondFactor, type SecondFactorWords } from './second-factor'
import { settings, type SettingsWords } from './settings'
import { spam, type SpamWords } from './spam'
import { statistics, type StatisticsWords } from './statistics'
import { views, type ViewsWords } from './queue/views'

/** The words of the desk by its abilities, so that a page is sent with those that it needs. */
export interface DeskWords {
  account: AccountWords
  bulk: BulkWords
  audit: AuditWords
  chapters: ChaptersWords
  editor: EditorWords
  frame: FrameWords
  overview: OverviewWords
  own: OwnWords
  people: PeopleWords
  powers: PowersWords
  problems: ProblemWords
  provider: ProviderWords
  queue: QueueWords
  rankings: RankingsWords
  rules: RulesWords
  secondFactor: SecondFactorWords
  settings: SettingsWords
  spam: SpamWords
  statistics: StatisticsWords
  views: ViewsWords
}

export const desk: DeskWords = {
  account,
  bulk,
  audit,
  chapters,
  editor,
  frame,
  overview,
  own,
  people,
  powers,
  problems,
  provider,
  queue,
  rankings,
  rules,
  secondFactor,
  settings,
  spam,
  statistics,
  views,
}
