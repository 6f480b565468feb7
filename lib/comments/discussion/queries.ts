import { db, namedRows, pool } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { forgetRefusals } from '../submit/refused-addresses'
import { readDiscussion, type Discussion } from './settings'

export const discussionKey = 'discussion'

/** The discussion settings, as they are now. */
export async function discussionSettings(): Promise<Discussion> {
  const row = await db.setting.findUnique({ where: { key: discussionKey } })
  return readDiscussion(row?.value)
}

export interface DiscussionNow {
  settings: Discussion
  /** How many comments were stored in the last minute, on the site and on each chapter. */
  lastMinute: { site: number; chapters: Map<string, number> }
}

const longest = 1_000
let kept: { since: number; for: object; now: Promise<DiscussionNow> } | undefined

/**
 * The settings and how busy it is, for the way of a comment: read at most once a second, and anew after any
 * announcement; what this process stores is counted at once. A flood can pass a cap of the whole site by what the
 * other processes store in a second; an exact count would be one row that every comment has to wait for.
 */
export async function discussionNow(): Promise<DiscussionNow> {
  const here = pool()
  if (kept && kept.for === here && Date.now() - kept.since < longest) return kept.now
  const now = readNow()
  kept = { since: Date.now(), for: here, now }
  now.catch(() => forgetDiscussion()) // a database that did not answer is asked again at once
  return now
}

/** One more was stored here: counted at once, and not only when the database is asked again. */
export function countStored({ lastMinute }: DiscussionNow, chapterId: string) {
  lastMinute.site += 1
  lastMinute.chapters.set(chapterId, (lastMinute.chapters.get(chapterId) ?? 0) + 1)
}

/** Something was announced: the next comment meets the settings as they are then. */
export function forgetDiscussion() {
  kept = undefined
  forgetRefusals()
}

async function readNow(): Promise<DiscussionNow> {
  // Every status is named, so that the index on (status, sent_at) serves.
  const rows = await namedRows<{ settings: unknown; chapter: string | null; count: number | null }>(
    'discussion-now',
    Prisma.sql`
      select (select value from setting where key = ${discussionKey}) as settings, recent.chapter_id as chapter, recent.count
      from (values (1)) as one left join (
        select chapter_id, count(*)::int as count from comment
        where status in ('pending', 'approved', 'spam', 'trash') and sent_at > now() - interval '1 minute'
        group by chapter_id) as recent on true`,
  )
  const chapters = new Map(
    rows.flatMap(({ chapter, count }) => (chapter ? [[chapter, count!] as const] : [])),
  )
  const site = [...chapters.values()].reduce((sum, count) => sum + count, 0)
  return { settings: readDiscussion(rows[0]?.settings), lastMinute: { site, chapters } }
}
