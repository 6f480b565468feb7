import { expect, test } from 'vitest'
import { db, pool } from '@/lib/db/client'
import { aComment, anActor, anEdition } from '@/lib/db/testing/factories'
import { newId } from '@/lib/kernel/ids'
import type { StaffActor } from '@/lib/people/permissions'
import { decide } from '../decisions/commands'
import { middleOf } from './rules'
import { statistics } from './queries'

const now = new Date('2026-05-20T12:00:00Z')
const at = (time: string) => new Date(`2026-05-${time}Z`)
const inZone = (actor: StaffActor, zone: string): StaffActor => ({ ...actor, zone })
const sums = ({ days }: Awaited<ReturnType<typeof statistics>>) =>
  Object.fromEntries(
    days
      .map((day) => [day.day, day.pending + day.approved + day.spam + day.trash] as const)
      .filter(([, count]) => count > 0),
  )

test('comments stand on the day and in the hour in which they came, by the clocks of whoever asks', async () => {
  const [english, arabic] = await Promise.all([anEdition(), anEdition({ locale: 'ar' })])
  await aComment({ edition: english, sentAt: at('13T23:10'), status: 'approved' })
  await aComment({ edition: english, sentAt: at('18T15:20'), status: 'spam' })
  await aComment({ edition: arabic, sentAt: at('18T18:40') })
  const admin = await anActor('admin')
  const of = async (zone: string, asked: object = { days: '7' }) =>
    statistics(inZone(admin, zone), asked, now)
  const utc = await of('UTC')
  expect(sums(utc)).toEqual({ '2026-05-18': 2 })
  expect(utc.days).toHaveLength(7)
  expect(utc.days.at(-1)!.day).toBe('2026-05-20')
  expect(utc.total).toEqual({ pending: 1, approved: 0, spam: 1, trash: 0 })
  expect(utc.hours.filter(({ sent }) => sent > 0).map(({ hour }) => hour)).toEqual([15, 18])
  // In Tokyo the first came on the 14th.
  const tokyo = await of('Asia/Tokyo')
  expect(sums(tokyo)).toEqual({ '2026-05-14': 1, '2026-05-19': 2 })
  expect(tokyo.hours.filter(({ sent }) => sent > 0).map(({ hour }) => hour)).toEqual([0, 3, 8])
  // In India it was ten minutes past midnight, in an hour of UTC that began before: it stands with the day before.
  expect(sums(await of('Asia/Calcutta'))).toEqual({ '2026-05-14': 1, '2026-05-18': 2 })
  expect(sums(await of('UTC', { days: '30' }))).toEqual({ '2026-05-13': 1, '2026-05-18': 2 })
  expect(sums(await of('UTC', { days: '7', locale: 'ar' }))).toEqual({ '2026-05-18': 1 })
  // What cannot be read is not asked for.
  expect((await of('UTC', { days: '8', locale: 'xx' })).wish).toEqual({ days: 30 })
})

test('who decided, how long it had waited, and what was overruled', async () => {
  const edition = await anEdition()
  const [ada, edith, wanda] = [
    await anActor('admin', 'Ada'),
    await anActor('editor', 'Edith'),
    await anActor(),
  ]
  const soon = new Date()
  const minutesAgo = (minutes: number) => new Date(soon.getTime() - minutes * 60_000)
  const waiting = async (minutes: number, verdict: 'ham' | 'spam', rule: 'links' | 'flood') => {
    const { id } = await aComment({ edition, sentAt: minutesAgo(minutes), status: 'pending' })
    await db.spamVerdict.create({
      data: { id: newId(), commentId: id, checker: 'akismet', verdict, why: 'note' },
    })
    await db.screeningStep.create({
      data: { commentId: id, place: 1, rule, verdict: 'hold', why: 'note', ms: 1 },
    })
    return id
  }
  const [first, second, third] = [
    await waiting(60, 'spam', 'links'),
    await waiting(10, 'ham', 'links'),
    await waiting(10, 'ham', 'flood'),
  ]
  await decide(ada, { commentId: first, seen: 'pending', becomes: 'approved' })
  await decide(edith, { commentId: second, seen: 'pending', becomes: 'spam' })
  await decide(wanda, { commentId: third, seen: 'pending', becomes: 'approved' })
  await decide(wanda, { commentId: third, seen: 'approved', becomes: 'pending', undoes: true })
  await decide(edith, { commentId: third, seen: 'pending', becomes: 'approved' })

  const all = await statistics(ada, { days: '7' })
  expect(all.isByPerson).toBe(true)
  const of = (id: string) => all.people.find((person) => person.id === id)!
  expect(of(edith.id)).toMatchObject({
    name: 'Edith',
    decisions: { spam: 1, approved: 1, undone: 0 },
    waits: { count: 1 },
  })
  expect(of(wanda.id)).toMatchObject({ decisions: { approved: 1, undone: 1 }, waits: { count: 1 } })
  const hour = of(ada.id).waits.median!
  expect(hour / 3_600).toBeGreaterThan(0.8)
  expect(hour / 3_600).toBeLessThan(1.25)
  expect(all.waits.count).toBe(3)
  expect(all.rules.find(({ rule }) => rule === 'links')).toMatchObject({ waits: { count: 2 } })
  expect(all.checkers).toEqual([{ checker: 'akismet', waits: { ...all.waits } }])
  expect(all.steps.reduce((sum, { count }) => sum + count, 0)).toBe(3)

  expect(all.opinions.find(({ code }) => code === 'akismet')).toMatchObject({
    against: { right: 0, wrong: 1 },
    passed: { right: 1, wrong: 1 },
    precision: 0,
    recall: 0,
  })
  expect(all.opinions.find(({ code }) => code === 'links')).toMatchObject({
    against: { right: 1, wrong: 1 },
    precision: 0.5,
  })
  // Whoever does not manage people sees their own, and all others as one.
  const seen = await statistics(edith, { days: '7' })
  expect(seen.people.map(({ id }) => id).toSorted()).toEqual([edith.id, undefined])
  const others = seen.people.find(({ id }) => !id)!
  expect(others).toMatchObject({ decisions: { approved: 2, undone: 1 }, waits: { count: 2 } })
  expect(others.name).toBeUndefined()
  expect((await statistics(ada, { days: '7', locale: 'ja' })).people).toEqual([])
})

test('a comment that its author erases is still counted, and what the staff write is not', async () => {
  const edition = await anEdition({ locale: 'ja' })
  const { id } = await aComment({ edition, status: 'spam', sentAt: new Date(), text: 'A lamp' })
  await db.spamVerdict.create({
    data: { id: newId(), commentId: id, checker: 'local-rules', verdict: 'spam', why: 'note' },
  })
  const own = await aComment({ edition, status: 'approved', sentAt: new Date() })
  await pool().query('update comment set staff_id = $2 where id = $1', [own.id, (await anActor()).id])
  const actor = await anActor()
  const seen = async () => statistics(actor, { days: '7', locale: 'ja' })
  const before = await seen()
  expect(before.total).toEqual({ pending: 0, approved: 0, spam: 1, trash: 0 })
  await db.spamVerdict.deleteMany({ where: { commentId: id } })
  await db.comment.delete({ where: { id } })
  expect(await seen()).toEqual(before)
  expect(before.opinions).toMatchObject([{ code: 'local-rules', against: { unseen: 1 } }])
})

test('a wait is counted where the database has its step, from ten seconds on', async () => {
  const { rows } = await pool().query<{ seconds: number; bucket: number }>(
    `select s as seconds, wait_bucket(s) as bucket from unnest(array[0, 9, 10, 14, 15, 20, 3600, 86400, 2147483647]) s`,
  )
  for (const { seconds, bucket } of rows.filter((row) => row.seconds >= 10 && row.bucket < 48)) {
    expect(middleOf(bucket) / seconds, String(seconds)).toBeGreaterThan(0.84)
    expect(middleOf(bucket) / seconds, String(seconds)).toBeLessThan(1.19)
  }
  expect(rows.map(({ bucket }) => bucket).filter((bucket) => bucket === 0)).toHaveLength(2)
  expect(rows.at(-1)!.bucket).toBe(48)
})
