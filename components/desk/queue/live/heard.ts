import {
  lookingLasts,
  type Edited,
  type Happening,
  type Looking,
  type Moved,
} from '@/lib/moderation/live/schema'
import type { Status } from '../outcome'

/** What has become of a comment elsewhere: by somebody, or by one of our rules. */
interface Elsewhere {
  to: Status
  by: Moved['by']
  at: string
}

/** What has been heard since the list was read. */
export interface Heard {
  elsewhere: ReadonlyMap<string, Elsewhere>
  /** Comments whose words somebody has changed. */
  edited: ReadonlyMap<string, Pick<Edited, 'by' | 'at'>>
  /** By tab. */
  looking: ReadonlyMap<string, Looking>
  /** New comments that have been screened. */
  fresh: number
  /** Has something happened that nobody told one by one? */
  isOld: boolean
}

export const nothingHeard: Heard = {
  elsewhere: new Map(),
  edited: new Map(),
  looking: new Map(),
  fresh: 0,
  isOld: false,
}

// A list shows a hundred at most, and a tab may stay open for days.
const mostKept = 500

/** What is told is added; of this tab's own looks nothing is said. */
export function hear(heard: Heard, told: Happening, ownTab: string): Heard {
  switch (told.kind) {
    case 'moved': {
      const { by, at } = told
      const elsewhere = new Map(heard.elsewhere)
      for (const { id, to } of told.moves) {
        elsewhere.delete(id)
        elsewhere.set(id, { to, by, at })
      }
      return { ...heard, elsewhere: newest(elsewhere) }
    }
    case 'edited': {
      const edited = new Map(heard.edited)
      edited.delete(told.comment)
      edited.set(told.comment, { by: told.by, at: told.at })
      return { ...heard, edited: newest(edited) }
    }
    case 'screened':
      return { ...heard, fresh: heard.fresh + told.count }
    case 'looking': {
      if (told.tab === ownTab) return heard
      const looking = new Map(heard.looking)
      looking.delete(told.tab)
      if (told.comment !== null) looking.set(told.tab, told)
      return { ...heard, looking: newest(looking) }
    }
    case 'much':
      return { ...heard, isOld: true }
  }
}

/** The list has been read anew: what had happened is in it. */
export const readAnew = (heard: Heard): Heard => ({ ...nothingHeard, looking: heard.looking })

/** Who else has a comment before their eyes now, each person once, whoever was first before the others. */
export function lookersAt({ looking }: Heard, commentId: string, now: number): Looking['by'][] {
  const there = [...looking.values()]
    .filter(({ comment, since }) => comment === commentId && Date.parse(since) > now - lookingLasts)
    .sort((one, other) => (one.since < other.since ? -1 : 1))
  return [...new Map(there.toReversed().map(({ by }) => [by.id, by])).values()].toReversed()
}

const newest = <Value>(all: ReadonlyMap<string, Value>): ReadonlyMap<string, Value> =>
  all.size <= mostKept ? all : new Map([...all].slice(-mostKept))
