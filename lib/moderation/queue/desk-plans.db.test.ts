import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { deskChapters, editionCounts, newestDrafts } from '@/lib/chapters/writing/list-queries'
import { editionForWriting, seriesChoices } from '@/lib/chapters/writing/queries'
import { chaptersForComments } from '@/lib/comments/discussion/closed-chapters-queries'
import { connect, db, disconnect, pool } from '@/lib/db/client'
import { anActor } from '@/lib/db/testing/factories'
import { rowsRead } from '@/lib/db/testing/plans'
import { writePlace } from '@/lib/kernel/list-place'
import type { StaffActor } from '@/lib/people/permissions'
import { makeData } from '@/scripts/figures/make-data'
import { commentHistory } from '../decisions/history-queries'
import { recheckProgress } from '../screening/recheck-commands'
import { campaigns } from '../campaigns/queries'
import { bulkInSight } from '../bulk/queries'
import { viewCount } from './count-queries'
import { queueCounts, queuedComment, queuePage, spamCheckState } from './queries'
import { previewRule } from '../rules/preview-queries'
import { rulesPage } from '../rules/queries'
import { authorRecord } from './record-queries'
import { threadAround } from './thread-queries'

// What grows without end. Whatever the desk shows of it, it reads what it shows, and a little more.
const tables = [
  ...['comment', 'spam_verdict', 'moderation_decision', 'screening_step', 'submission_trace'],
  'standing_rule',
  ...['chapter', 'edition', 'revision', 'publication', 'desk_edition', 'series', 'series_title'],
]
const size = { chapters: 1_200, comments: 8_000, length: { short: 12, long: 60 } }
// Of the 500 editions that were saved last the series are chosen; of a language one in fourteen is looked through.
const most = 1_000

let editor: StaffActor
let places: {
  comment: string
  edition: string
  chapter: string
  pending: string
  spam: string
  saved: string
  series: string
  day: string
  author: string
}
/** Somebody who has decided about many comments. */
let busy: StaffActor

beforeAll(async () => {
  // One connection: what it has read is known at once.
  await disconnect()
  connect(process.env.DATABASE_URL!, { max: 1 })
  editor = await anActor('editor')
  const client = await pool().connect()
  await makeData(client, size)
  client.release()
  const middle = async (status: 'pending' | 'spam') => {
    const { sentAt: at, id } = await db.comment.findFirstOrThrow({
      where: { status },
      orderBy: { sentAt: 'asc' },
      skip: 400,
    })
    return writePlace({ at, id })
  }
  const saved = await db.deskEdition.findFirstOrThrow({ orderBy: { savedAt: 'desc' }, skip: 700 })
  const [most] = await db.$queryRaw<{ id: string }[]>`
    select by_id as id from moderation_decision where by_id is not null group by 1 order by count(*) desc limit 1`
  busy = { role: 'editor', id: most!.id, name: 'Busy' }
  const oldest = await db.comment.findFirstOrThrow({
    where: { status: 'spam' },
    orderBy: { sentAt: 'asc' },
    skip: 3_000,
  })
  places = {
    series: (await db.series.findFirstOrThrow({ where: { slug: 'grown-12' } })).id,
    author: oldest.email,
    day: oldest.sentAt.toISOString().slice(0, 10),
    comment: (await db.comment.findFirstOrThrow({ where: { status: 'spam' } })).id,
    edition: saved.editionId,
    chapter: saved.chapterId,
    pending: await middle('pending'),
    spam: await middle('spam'),
    saved: writePlace({ at: saved.savedAt, id: saved.editionId }),
  }
  // A run of "check all again" that has just begun.
  const value = { run: randomUUID(), total: 100, at: new Date().toISOString(), by: 'Edith' }
  await db.setting.create({ data: { key: 'spam.recheck', value } })
  for (const over of ["now() - n * interval '1 hour'", "timestamptz '9999-12-31 00:00:00+00'"])
    await pool().query(
      `insert into standing_rule (id, kind, value, effect, ends_at, over_at)
       select gen_random_uuid(), 'host', 'h' || n || '.example', 'hold', nullif(${over}, '9999-12-31 00:00:00+00'), ${over}
       from generate_series(1, 3000) n`,
    )
  // A small table is read as a whole, with an index or without: what counts is which way there is.
  await pool().query('set enable_seqscan = off; set enable_hashjoin = off; set enable_mergejoin = off')
})

test.each<[string, () => Promise<unknown>]>([
  ['the counts of the queue', () => queueCounts(editor)],
  ['what is not checked yet', () => spamCheckState(editor)],
  ['how far checking all again has come', () => recheckProgress(editor)],
  ['a page of the queue', () => queuePage(editor, { status: 'pending' })],
  ['a page in its middle', () => queuePage(editor, { status: 'pending', after: places.pending })],
  ['a page of the spam', () => queuePage(editor, { status: 'spam' })],
  ['a page in the middle of the spam', () => queuePage(editor, { status: 'spam', after: places.spam })],
  ['a page of the trash', () => queuePage(editor, { status: 'trash' })],
  ['what nobody has checked', () => queuePage(editor, { status: 'unchecked' })],
  ['what somebody has decided', () => queuePage(busy, { status: 'mine' })],
  ['how much that is', () => viewCount(busy, { status: 'mine' })],
  ['a series', () => queuePage(editor, { status: 'spam', filters: { series: places.series } })],
  ['the spam of a day', () => queuePage(editor, { status: 'spam', filters: { to: places.day } })],
  ['a rule', () => queuePage(editor, { status: 'pending', filters: { rule: 'flood' } })],
  ['how many a rule has held', () => viewCount(editor, { status: 'pending', filters: { rule: 'flood' } })],
  ['campaigns', () => campaigns(editor)],
  ['standing rules', () => rulesPage(editor, {})],
  ['standing rules that are over', () => rulesPage(editor, { state: 'ended' })],
  ['a standing rule that is looked for', () => rulesPage(editor, { find: 'h77.example' })],
  [
    'what a rule about an address would have caught',
    () => previewRule(editor, { kind: 'address', value: '192.0.2.7' }),
  ],
  [
    'what a rule about a network would have caught',
    () => previewRule(editor, { kind: 'network', value: '203.0.113.7' }),
  ],
  [
    'what a rule about an author would have caught',
    () => previewRule(editor, { kind: 'author', value: places.author }),
  ],
  [
    'what a rule about a host would have caught',
    () => previewRule(editor, { kind: 'host', value: 'nowhere.example' }),
  ],
  ['decisions about whole views', () => bulkInSight(editor)],
  ['the history of a comment', () => commentHistory(editor, places.comment)],
  ['a comment for its own page', () => queuedComment(editor, places.comment)],
  ['what is known of its author', () => authorRecord(editor, places.comment)],
  ['the thread around a comment', () => threadAround(editor, places.comment)],
  ['the counts of editions', () => editionCounts(editor)],
  ['the newest drafts', () => newestDrafts(editor)],
  ['chapters', () => deskChapters(editor, {})],
  ['chapters in the middle', () => deskChapters(editor, { after: places.saved })],
  ...(['draft', 'scheduled', 'published', 'withdrawn'] as const).map(
    (state) =>
      [`${state} chapters`, () => deskChapters(editor, { state })] as [string, () => Promise<unknown>],
  ),
  ['chapters in Arabic', () => deskChapters(editor, { locale: 'ar' })],
  ['chapters with words that few titles have', () => deskChapters(editor, { q: '1234' })],
  ['chapters with words that every title has', () => deskChapters(editor, { q: 'series' })],
  ['chapters with words that no title has', () => deskChapters(editor, { q: 'stands nowhere' })],
  ['series to choose from', () => seriesChoices(editor)],
  ['series with words', () => seriesChoices(editor, 'grown-17')],
  ['a chapter to write', () => editionForWriting(editor, places.edition)],
  ['chapters to close', () => chaptersForComments(editor, 'series')],
])('%s: few rows are read of what grows', async (_, work) => {
  await work() // what it reads once, it has read
  const read = await rowsRead(tables, work)
  for (const [table, rows] of Object.entries(read)) expect(rows, table).toBeLessThan(most)
})
