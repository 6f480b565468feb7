import { beforeAll, beforeEach, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { aChapter, anActor, anEdition } from '@/lib/db/testing/factories'
import type { Actor } from '@/lib/people/permissions'
import { chaptersForComments } from './closed-chapters-queries'

let editor: Actor
let edition: Awaited<ReturnType<typeof anEdition>>
beforeAll(async () => {
  for (let number = 0; number < 60; number++) await anEdition({ title: `Beacon ${number}` })
  editor = await anActor('editor')
  edition = await anEdition({ title: 'The Störm lamp 100%' })
})

// Others have closed some meanwhile, in whatever order tests run.
beforeEach(() => db.chapter.updateMany({ data: { commentsClosed: false } }))

const titles = async (words?: unknown) =>
  (await chaptersForComments(editor, words)).found.map(({ title }) => title)

test.each([
  ['its words', 'storm LAMP'],
  ['a part of a word', 'örm la'],
  ['a sign of LIKE', '100%'],
])('is found by %s', async (_, words) => expect(await titles(words)).toEqual(['The Störm lamp 100%']))

test('of many that fit some are shown, and none for nothing', async () => {
  expect(await titles('beacon')).toHaveLength(10)
  for (const nothing of [undefined, '', '   ', 'found nowhere', ['a', 'b'], 'x'.repeat(201), { q: 'lamp' }])
    expect(await titles(nothing)).toEqual([])
})

test('closed ones are listed, the newest, and whether there are more', async () => {
  await db.chapter.update({ where: { id: edition.chapterId }, data: { commentsClosed: true } })
  expect(await chaptersForComments(editor)).toMatchObject({
    closed: [{ id: edition.chapterId, title: 'The Störm lamp 100%', closed: true }],
    hasMore: false,
  })
  const some = await db.chapter.findMany({
    where: { commentsClosed: false },
    take: 60,
    select: { id: true },
  })
  await db.chapter.updateMany({
    where: { id: { in: some.map(({ id }) => id) } },
    data: { commentsClosed: true },
  })
  const { closed, hasMore } = await chaptersForComments(editor, 'störm')
  expect([closed.length, hasMore]).toEqual([50, true])
})

test('a chapter is called by its newest English title, and by its number where nothing has been written', async () => {
  const [{ id: untitled }, other] = [
    await aChapter({ number: 7 }),
    await anEdition({ locale: 'ja', title: '灯台' }),
  ]
  await anEdition({ chapterId: other.chapterId, locale: 'en', title: 'The lighthouse' })
  const ids = [untitled, other.chapterId]
  await db.chapter.updateMany({ where: { id: { in: ids } }, data: { commentsClosed: true } })
  const { closed } = await chaptersForComments(editor)
  expect(closed.filter(({ id }) => ids.includes(id)).map(({ title }) => title)).toEqual([
    'The lighthouse',
    '7',
  ])
})
