import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { aComment, anActor, anEdition } from '@/lib/db/testing/factories'
import type { StaffActor } from '@/lib/people/permissions'
import { cancelBulk, startBulk } from '../bulk/commands'
import { workOnBulk } from '../bulk/portion-commands'
import { bulkDecision } from '../bulk/queries'
import { viewCount } from './count-queries'
import { queuePage } from './queries'
import { titleOfChapter, titleOfSeries } from './title-queries'

// What an editor types, and what it finds: in every script, in whatever spelling.

let editor: StaffActor
let [english, japanese]: Awaited<ReturnType<typeof anEdition>>[] = []

const said: Record<string, Parameters<typeof aComment>[0]> = {
  lamp: { text: 'The lamplighter was late, as ever.', name: 'Rea', email: 'Rea.Lee@Example.org' },
  link: {
    text: 'See http://www.Cheap-Pills.example/buy?now and more',
    name: 'Bo',
    url: 'https://bo.example/me',
  },
  marks: { text: 'Où est la façade du café ?', name: 'Zoë' },
  kyoto: { text: '京都の灯台は美しい。ガラスの灯り。', name: 'はな', email: 'hana@example.org' },
  cairo: { text: 'رأيتُ المَنارةَ في الليل', name: 'أمل' },
  address: { text: 'From the same place.', name: 'Bo' },
}

beforeAll(async () => {
  editor = await anActor('editor', 'Edith')
  english = await anEdition({ locale: 'en' })
  japanese = await anEdition({ locale: 'ja' })
  let place = 0
  for (const [key, more] of Object.entries(said)) {
    const edition = key === 'kyoto' ? japanese : english
    const { id } = await aComment({ edition, traced: key === 'address', email: `${key}@mail.test`, ...more })
    const sentAt = new Date(Date.UTC(2026, 0, 1, 0, 0, place++))
    await db.comment.update({ where: { id }, data: { sentAt } })
  }
})

const keysOf = (comments: readonly { text: string }[]) =>
  comments.map(({ text }) => Object.keys(said).find((key) => said[key]!.text === text))
const found = async (filters: Record<string, string>, status: 'pending' | 'spam' = 'pending') =>
  keysOf((await queuePage(editor, { status, filters })).comments)

test.each([
  ['lamplighter', ['lamp']],
  ['LAMP', ['lamp']],
  ['  late   lamp ', ['lamp']],
  // A beginning counts from three letters on; shorter is a whole word.
  ['la', ['marks']],
  ['lam', ['lamp']],
  ['amplighter', []],
  ['lamp pills', []],
  ['rea.lee@example.org', ['lamp']],
  ['Rea', ['lamp']],
  ['cheap-pills.example', ['link']],
  ['bo.example', ['link']],
  ['facade', ['marks']],
  ['FAÇADE', ['marks']],
  ['zoe', ['marks']],
  ['京都', ['kyoto']],
  ['灯台は', ['kyoto']],
  ['灯', ['kyoto']],
  ['がらす', ['kyoto']],
  ['ガラス', ['kyoto']],
  ['東京', []],
  ['منارة', ['cairo']],
  ['المنارة', ['cairo']],
  ['رأيت', ['cairo']],
  ['امل', ['cairo']],
  // Signs are no words: what they stand between is looked for, and they alone find nothing.
  [`lamp' | 'x`, []],
  ['lamp & late', ['lamp']],
  ['!lamp:*', ['lamp']],
  ['%', []],
  ["'", []],
  ['\\', []],
  ['host:cheap-pills.example', []],
])('%j finds %j', async (q, keys) => {
  expect(await found({ q })).toEqual(keys)
})

test.each([
  [{ host: 'cheap-pills.example' }, ['link']],
  [{ host: 'WWW.cheap-pills.EXAMPLE' }, ['link']],
  [{ host: 'bo.example' }, ['link']],
  [{ host: 'pills.example' }, []],
  [{ host: `x' | ':bo.example` }, []],
  [{ email: 'rea.lee@EXAMPLE.org' }, ['lamp']],
  [{ ip: '192.0.2.7' }, ['address']],
  [{ locale: 'ja' }, ['kyoto']],
  [{ locale: 'ja', q: 'lamp' }, []],
  [{ q: 'bo', ip: '192.0.2.7' }, ['address']],
  [{ q: 'bo', host: 'bo.example' }, ['link']],
  // What cannot be read narrows nothing.
  [{ chapter: 'x', locale: 'xx', q: '  ' }, Object.keys(said)],
  [{ q: 'x'.repeat(201) }, Object.keys(said)],
])('%j narrows to %j', async (filters, keys) => {
  expect(await found(filters)).toEqual(keys)
})

test('a chapter has its own comments, and pages of them', async () => {
  const filters = { chapter: english!.chapterId }
  const first = await queuePage(editor, { status: 'pending', take: 2, filters })
  const rest = await queuePage(editor, { status: 'pending', after: first.next, filters })
  expect(keysOf([...first.comments, ...rest.comments])).toEqual(['lamp', 'link', 'marks', 'cairo', 'address'])
  expect(rest.next).toBeUndefined()
})

test('a chapter is named by what readers see, and else by what was written last', async () => {
  const other = await anEdition({ title: 'The quay' })
  const { seriesId } = await db.chapter.findUniqueOrThrow({ where: { id: other.chapterId } })
  expect(await titleOfChapter(editor, other.chapterId)).toEqual({ title: 'The quay', seriesId })
  expect(await titleOfSeries(editor, seriesId, 'ja')).toBe('A series')
  expect(await titleOfSeries(editor, '019c1d2e-0000-7000-8000-000000000001')).toBeUndefined()
  expect(await titleOfSeries(editor, 'x')).toBeUndefined()
  expect(await titleOfChapter(editor, '019c1d2e-0000-7000-8000-000000000001')).toBeUndefined()
  expect(await titleOfChapter(editor, 'x')).toBeUndefined()
})

test('what is changed or erased is found as it is now', async () => {
  const { id } = await aComment({
    edition: english!,
    text: 'Harbour',
    name: 'Iris',
    email: 'iris@example.org',
  })
  const texts = async (q: string) =>
    (await queuePage(editor, { status: 'pending', filters: { q } })).comments.map(({ text }) => text)
  expect(await texts('harbour')).toEqual(['Harbour'])
  await db.comment.update({ where: { id }, data: { text: 'Quay', name: '', email: '' } })
  expect(await texts('harbour')).toEqual([])
  expect(await texts('iris')).toEqual([])
  expect(await texts('quay')).toEqual(['Quay'])
  await db.comment.delete({ where: { id } })
  expect(await texts('quay')).toEqual([])
})

describe('among very many', () => {
  beforeAll(async () => {
    // 26,000 say the same, one in two thousand something else, and those that came first one thing more.
    // In portions: each statement has its time limit.
    for (let from = 0; from < 26_000; from += 2_000)
      await db.$executeRaw`
      insert into comment (id, chapter_id, edition_id, name, email, text, locale, submission_key, status, sent_at)
      select gen_random_uuid(), ${english!.chapterId}::uuid, ${english!.editionId}::uuid, 'Bot', 'bot@example.net',
        'Buy these ' || case when n % 2000 = 0 then 'rarely' else 'always' end
          || case when n <= 5500 then ' elder' else '' end, 'en', gen_random_uuid(), 'spam',
        timestamptz '2026-02-01' + n * interval '1 second'
      from generate_series(${from}::int + 1, ${from}::int + 2000) as n`
    await db.$executeRaw`vacuum analyze comment, comment_words`
  }, 120_000)

  test('a word that nearly all have fills a page at once, newest first', async () => {
    const page = await queuePage(editor, { status: 'spam', take: 20, filters: { q: 'always' } })
    expect(page.comments).toHaveLength(20)
    expect(page.next).toBeDefined()
    const next = await queuePage(editor, {
      status: 'spam',
      take: 20,
      filters: { q: 'always' },
      after: page.next,
    })
    expect(next.comments[0]!.sentAt.getTime()).toBeLessThan(page.comments.at(-1)!.sentAt.getTime())
  })

  test('a rare word is found wherever it stands', async () => {
    const page = await queuePage(editor, { status: 'spam', take: 20, filters: { q: 'rarely' } })
    expect(page.comments).toHaveLength(13)
    expect(page.next).toBeUndefined()
  })

  test('what many have, but none for a long way, is led to: each page looks so far and says so', async () => {
    const wish = { status: 'spam', take: 20, filters: { q: 'elder' } } as const
    const first = await queuePage(editor, wish)
    expect(first).toEqual({ comments: [], next: expect.any(String), isPartial: true })
    const second = await queuePage(editor, { ...wish, after: first.next })
    expect(second.comments).toHaveLength(20)
    expect(second.comments[0]!.text).toContain('elder')
  })

  test('what many have, of whom none is here, ends; nothing is looked for without an end', async () => {
    const page = await queuePage(editor, { status: 'pending', take: 20, filters: { q: 'always' } })
    expect(page).toEqual({ comments: [] })
  })

  test('a series of which very many were written is read chapter by chapter', async () => {
    const { seriesId: series } = await db.chapter.findUniqueOrThrow({ where: { id: english!.chapterId } })
    const wish = { status: 'spam', take: 20, filters: { series } } as const
    const first = await queuePage(editor, wish)
    expect(first.comments).toHaveLength(20)
    const next = await queuePage(editor, { ...wish, after: first.next })
    expect(next.comments[0]!.sentAt.getTime()).toBeLessThan(first.comments.at(-1)!.sentAt.getTime())
    expect(await viewCount(editor, wish)).toEqual({ count: 500, isMore: true })
  })

  test('of what many have, but none for a long way, a count says that there are more than were met', async () => {
    expect(await viewCount(editor, { status: 'spam', filters: { q: 'elder' } })).toEqual({
      count: 0,
      isMore: true,
    })
  })

  test('everything of such a view is counted and decided about, a long way after the other', async () => {
    const until = new Date().toISOString()
    const outcome = await startBulk(editor, {
      status: 'spam',
      filters: { q: 'elder' },
      becomes: 'trash',
      until,
    })
    if (!outcome.ok) throw new Error(outcome.refusal)
    const { id } = outcome.value
    const progress = async () => (await bulkDecision(editor, id))!
    expect(await progress()).toMatchObject({ state: 'counting', total: 0 })
    await workOnBulk(id)
    await workOnBulk(id)
    expect(await progress()).toMatchObject({ state: 'running', total: 5_500 })
    // The first way has none of them.
    await workOnBulk(id)
    expect(await progress()).toMatchObject({ state: 'running', decided: 0 })
    await workOnBulk(id)
    expect((await progress()).decided).toBeGreaterThan(0)
    await cancelBulk(editor, id)
  })
})
