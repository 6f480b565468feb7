import type { DeskWords } from '../../en/desk'
import { account } from './account'
import { bulk } from './queue/bulk'
import { audit } from './people/audit'
import { chapters } from './chapters'
import { editor } from './editor'
import { frame } from './frame'
import { overview } from './overview'
import { own } from './own'
import { people } from './people/people'
import { powers } from './people/powers'
import { problems } from './problems'
import { provider } from './people/provider'
import { queue } from './queue/queue'
import { rankings } from './rankings'
import { rules } from './queue/rules'
import { secondFactor } from './second-factor'
import { settings } from './settings'
import { spam } from './spam'
import { statistics } from './statistics'
import { views } from './queue/views'

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
