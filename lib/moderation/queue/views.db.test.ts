import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import type { CommentStatus } from '@/lib/db/generated/enums'
import { aComment, anActor, anEdition } from '@/lib/db/testing/factories'
import { newId } from '@/lib/kernel/ids'
import type { StaffActor } from '@/lib/people/permissions'
import { decide } from '../decisions/commands'
import { chosenStatement, type Way } from './chosen-statement'
import { viewCount } from './count-queries'
import { narrowFilters } from './filter-statement'
import { queuePage } from './queries'
import { queueFilters } from './schema'
import { wantedBy } from './wanted'
import type { ViewName } from './views/types'

// What each view has, whichever way it is found.

let edith: StaffActor
const series: string[] = []
const made: {
  id: string
  status: CommentStatus
  sentAt: Date
  series: number
  locale: string
  rule?: string
}[] = []

beforeAll(async () => {
  edith = { ...(await anActor('editor', 'Edith')), zone: 'Asia/Tokyo' }
  const editions = []
  for (const locale of ['en', 'ja', 'en']) {
    const edition = await anEdition({ locale })
    const chapter = await db.chapter.findUniqueOrThrow({ where: { id: edition.chapterId } })
    // The last stands in the first one's series.
    if (editions.length === 2)
      await db.chapter.update({ where: { id: edition.chapterId }, data: { seriesId: series[0], number: 2 } })
    else series.push(chapter.seriesId)
    editions.push({ edition, series: editions.length % 2 })
  }
  for (let place = 0; place < 36; place++) {
    const { edition, series } = editions[place % 3]!
    const status = (['pending', 'spam'] as const)[Math.floor(place / 3) % 2]!
    // Two at each hour, over a day and a half.
    const sentAt = new Date(Date.UTC(2026, 0, 1) + Math.floor(place / 2) * 2 * 3_600_000)
    const { id } = await aComment({
      edition,
      status,
      sentAt,
      text: `Number ${place}`,
      email: `${place % 2}@example.org`,
    })
    const rule = place % 4 === 0 ? 'links' : undefined
    await db.screeningStep.createMany({
      data: (['links', 'flood'] as const).map((one, at) => ({
        commentId: id,
        place: at,
        rule: one,
        verdict: one === rule ? ('hold' as const) : ('nothing' as const),
        why: 'nothing-unusual',
        ms: 1,
      })),
    })
    if (place % 6 > 0)
      await db.spamVerdict.create({
        data: { id: newId(), commentId: id, checker: 'akismet', verdict: 'ham', why: 'akismet-ham' },
      })
    made.push({ id, status, sentAt, series, locale: edition.locale, rule })
  }
})

/** Every page of a view, one after the other. */
async function walked(status: ViewName, filters: Record<string, string> = {}, actor = edith) {
  const ids: string[] = []
  let after: string | undefined
  do {
    const page = await queuePage(actor, { status, filters, take: 4, after })
    ids.push(...page.comments.map(({ id }) => id))
    after = page.next
  } while (after)
  return ids
}
const pending = () => made.filter(({ status }) => status === 'pending')
const idsOf = (rows: typeof made) => rows.map(({ id }) => id).sort()

test.each<[string, Record<string, () => string>, (one: (typeof made)[number]) => boolean]>([
  ['a series', { series: () => series[0]! }, (one) => one.series === 0],
  ['a series in a language', { series: () => series[0]!, locale: () => 'ja' }, () => false],
  ['a rule', { rule: () => 'links' }, ({ rule }) => rule === 'links'],
  [
    'a rule and a series',
    { rule: () => 'links', series: () => series[1]! },
    (one) => one.rule === 'links' && one.series === 1,
  ],
  // The days of Tokyo begin nine hours before.
  ['from a day on', { from: () => '2026-01-02' }, ({ sentAt }) => sentAt >= new Date('2026-01-01T15:00Z')],
  ['up to a day', { to: () => '2026-01-01' }, ({ sentAt }) => sentAt < new Date('2026-01-01T15:00Z')],
  [
    'a day and a language',
    { from: () => '2026-01-02', to: () => '2026-01-02', locale: () => 'ja' },
    ({ sentAt, locale }) =>
      sentAt >= new Date('2026-01-01T15:00Z') && sentAt < new Date('2026-01-02T15:00Z') && locale === 'ja',
  ],
  [
    'what cannot be read',
    { series: () => 'x', rule: () => 'none', from: () => 'x', to: () => '0000-00-00' },
    () => true,
  ],
])('%s', async (_, asked, fits) => {
  const filters = Object.fromEntries(Object.entries(asked).map(([name, value]) => [name, value()]))
  const expected = pending().filter(fits)
  const found = await walked('pending', filters)
  expect([...found].sort()).toEqual(idsOf(expected))
  expect(new Set(found).size).toBe(found.length)
  expect(await viewCount(edith, { status: 'pending', filters })).toEqual({ count: expected.length })
})

test('what nobody has checked, oldest first; and of that what fits', async () => {
  const rows = pending().filter((one) => made.indexOf(one) % 6 === 0)
  expect(await walked('unchecked')).toEqual(rows.map(({ id }) => id))
  expect(await walked('unchecked', { rule: 'links' })).toEqual(
    rows.filter(({ rule }) => rule === 'links').map(({ id }) => id),
  )
  const { chapterId } = await db.comment.findUniqueOrThrow({ where: { id: rows[0]!.id } })
  expect(await walked('unchecked', { chapter: chapterId, to: '2026-01-01' })).toEqual(
    rows.filter(({ sentAt }) => sentAt < new Date('2026-01-01T15:00Z')).map(({ id }) => id),
  )
})

test('what somebody has decided, newest first, each comment once, wherever it stands now', async () => {
  const [ada, ben] = [await anActor('editor', 'Ada'), await anActor('editor', 'Ben')]
  const edition = await anEdition()
  const comments = await Promise.all(Array.from({ length: 7 }, () => aComment({ edition })))
  const ids = comments.map(({ id }) => id)
  for (const commentId of ids) await decide(ada, { commentId, seen: 'pending', becomes: 'approved' })
  await decide(ada, { commentId: ids[2]!, seen: 'approved', becomes: 'spam' })
  await decide(ben, { commentId: ids[3]!, seen: 'approved', becomes: 'trash' })
  const order = [2, 6, 5, 4, 3, 1, 0].map((place) => ids[place]!)
  expect(await walked('mine', {}, ada)).toEqual(order)
  expect(await walked('mine', {}, ben)).toEqual([ids[3]])
  expect(await walked('mine', { q: 'liked', chapter: edition.chapterId }, ada)).toEqual(order)
  expect(await walked('mine', { from: '2999-01-01' }, ada)).toEqual(order) // no day of this century
  expect(await walked('mine', { to: '2001-01-01' }, ada)).toEqual([])
  expect(await viewCount(ada, { status: 'mine' })).toEqual({ count: 7 })
  const { comments: shown } = await queuePage(ada, { status: 'mine' })
  expect(shown.slice(0, 2).map(({ status }) => status)).toEqual(['spam', 'approved'])
  expect(await queuePage({ role: 'system', rule: 'sample' }, { status: 'mine' })).toEqual({ comments: [] })
})

describe('each way finds the same', () => {
  const ways = (filters: Record<string, string>): [string, Way][] => [
    ['order', 'order'],
    ['walk', 'walk'],
    ...narrowFilters(queueFilters.parse(filters)).map(
      ({ ids }, at) => [`narrow ${at}`, { ids }] as [string, Way],
    ),
    ...(filters.series ? ([['chapters', 'chapters']] as [string, Way][]) : []),
  ]
  test.each([
    [{ rule: 'links', email: '0@example.org' }],
    [{ series: '', locale: 'en' }],
    [{ series: '', email: '1@example.org', q: 'number' }],
    [{ from: '2026-01-02', email: '1@example.org' }],
  ])('%j', async (asked) => {
    const filters = { ...asked, ...('series' in asked ? { series: series[0]! } : {}) }
    const wanted = wantedBy(edith, { status: 'spam', filters: queueFilters.parse(filters) })
    const found = await Promise.all(
      ways(filters).map(async ([, way]) =>
        (await db.$queryRaw<{ id: string }[]>(chosenStatement(wanted, way, { take: 100 }))).map(
          ({ id }) => id,
        ),
      ),
    )
    expect(found[0]!.length).toBeGreaterThan(1)
    for (const one of found) expect(one).toEqual(found[0])
  })
})
