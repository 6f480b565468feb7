import { beforeEach, describe, expect, test } from 'vitest'
import pg from 'pg'
import { channel } from '@/lib/db/announce'
import { db, pool } from '@/lib/db/client'
import { aChapter, anActor, anEdition } from '@/lib/db/testing/factories'
import { NotAllowed } from '@/lib/people/permissions'
import { chaptersForComments } from './closed-chapters-queries'
import { usualDiscussion } from './settings'
import { changeDiscussion, closeComments } from './commands'
import { discussionNow, discussionSettings } from './queries'

beforeEach(() => pool().query(`delete from setting where key = 'discussion'`))

test('an admin changes some settings; the others stay; the next comment meets them', async () => {
  const admin = await anActor('admin')
  expect((await discussionNow()).settings).toEqual(usualDiscussion)
  await changeDiscussion(admin, { gapSeconds: 30 })
  await changeDiscussion(admin, { hold: 'first-timers' })
  const expected = { ...usualDiscussion, gapSeconds: 30, hold: 'first-timers' }
  expect(await discussionSettings()).toEqual(expected)
  expect((await discussionNow()).settings).toEqual(expected)
})

test('two admins who change different settings at once both keep theirs', async () => {
  const admin = await anActor('admin')
  const wishes = [{ gapSeconds: 20 }, { linksToHold: 5 }, { threadDepth: 3 }, { websiteField: false }]
  await Promise.all(wishes.map((wish) => changeDiscussion(admin, wish)))
  expect(await discussionSettings()).toMatchObject(Object.assign({}, ...wishes) as object)
})

test('an editor may not, nor may nobody', async () => {
  await expect(changeDiscussion(await anActor('editor'), { gapSeconds: 0 })).rejects.toThrow(NotAllowed)
  await expect(changeDiscussion(undefined as never, { gapSeconds: 0 })).rejects.toThrow(NotAllowed)
  expect(await discussionSettings()).toEqual(usualDiscussion)
})

test('what is wrong is named, and nothing is changed', async () => {
  const admin = await anActor('admin')
  const outcome = await changeDiscussion(admin, { gapSeconds: -1, hold: 'x', threadDepth: 4 })
  expect(outcome).toEqual({
    ok: false,
    refusal: 'input-broken',
    problems: { gapSeconds: 'number-wrong', hold: 'choice-wrong' },
  })
  for (const odd of [null, 'x', 7, [], { colour: 'red' }, { gapSeconds: { gt: 0 } }]) {
    expect((await changeDiscussion(admin, odd)).ok).toBe(false)
  }
  expect(await discussionSettings()).toEqual(usualDiscussion)
})

describe('every instance hears', () => {
  test.each([
    ['of settings', 'site', async () => changeDiscussion(await anActor('admin'), { gapSeconds: 1 })],
    [
      'of a chapter that is closed',
      'chapter:',
      async () =>
        closeComments(await anActor('editor'), { chapterId: (await anEdition()).chapterId, closed: true }),
    ],
  ])('%s', async (_what, tag, change) => {
    const listener = new pg.Client({ connectionString: process.env.DATABASE_URL })
    await listener.connect()
    await listener.query(`listen ${channel}`)
    const heard = new Promise<string>((resolve) =>
      listener.on('notification', ({ payload }) => resolve(payload ?? '')),
    )
    expect((await change()).ok).toBe(true)
    expect(await heard).toContain(tag)
    await listener.end()
  })
})

test('a chapter is closed and opened; one that is not there is not found', async () => {
  const editor = await anActor('editor')
  const { chapterId } = await anEdition()
  for (const closed of [true, false]) {
    expect(await closeComments(editor, { chapterId, closed })).toEqual({
      ok: true,
      value: { chapterId, closed },
    })
    expect((await db.chapter.findUniqueOrThrow({ where: { id: chapterId } })).commentsClosed).toBe(closed)
  }
  for (const odd of ['x', null, { in: [] }, editor.id]) {
    expect(await closeComments(editor, { chapterId: odd, closed: true })).toEqual({
      ok: false,
      refusal: 'not-found',
    })
  }
})

test('editors see the closed chapters first, then the newest, by their newest English title', async () => {
  const editor = await anActor('editor')
  const closed = await anEdition({ title: 'Closed' })
  const open = await anEdition({ locale: 'ja', title: '灯台' })
  const untitled = (await aChapter({ number: 7 })).id
  await anEdition({ chapterId: open.chapterId, locale: 'en', title: 'The lighthouse' })
  await closeComments(editor, { chapterId: closed.chapterId, closed: true })
  const ours = [closed.chapterId, open.chapterId, untitled]
  expect((await chaptersForComments(editor)).filter(({ id }) => ours.includes(id))).toEqual([
    { id: closed.chapterId, title: 'Closed', closed: true },
    { id: untitled, title: '7', closed: false },
    { id: open.chapterId, title: 'The lighthouse', closed: false },
  ])
})
