import { beforeEach, describe, expect, test } from 'vitest'
import { db, pool } from '@/lib/db/client'
import { aComment, anActor, anEdition } from '@/lib/db/testing/factories'
import { neighbourhoodKey } from '@/lib/kernel/address-key'
import { newId } from '@/lib/kernel/ids'
import type { StaffActor } from '@/lib/people/permissions'
import { addStandingRule, endStandingRule } from './commands'
import { forgetEndedRules } from './hit-commands'
import { marksOfComment, previewRule } from './preview-queries'
import { rulesPage } from './queries'

let edith: StaffActor
beforeEach(async () => {
  await db.standingRule.deleteMany()
  edith = await anActor('editor', 'Edith')
})

const host = { kind: 'host', value: 'https://www.Tides.example/', effect: 'hold', reason: 'Adverts' } as const
const made = async (given: object = {}) => {
  const outcome = await addStandingRule(edith, { ...host, ...given })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome))
  return outcome.value.id
}
const values = async (state: 'in-force' | 'ended', more: object = {}) =>
  (await rulesPage(edith, { state, ...more })).rules.map(({ value }) => value)
const day = 24 * 60 * 60_000

describe('a rule', () => {
  test('is made once about one thing, with who, why and until when, and ended once', async () => {
    const tomorrow = new Date(Date.now() + day).toISOString().slice(0, 10)
    const id = await made({ until: tomorrow })
    const { rules } = await rulesPage(edith, {})
    expect(rules).toEqual([
      {
        id,
        kind: 'host',
        value: 'tides.example',
        effect: 'hold',
        reason: 'Adverts',
        createdAt: expect.any(Date),
        by: 'Edith',
        endsAt: new Date(Date.parse(`${tomorrow}T00:00Z`) + day),
        endedAt: null,
        endedBy: null,
        hits: 0,
        lastHitAt: null,
      },
    ])
    expect(await addStandingRule(edith, { ...host, effect: 'refuse' })).toMatchObject({
      problems: ['rule-there'],
    })
    const ada = await anActor('admin', 'Ada')
    expect(await endStandingRule(ada, id)).toMatchObject({ ok: true })
    expect(await endStandingRule(edith, id)).toMatchObject({ refusal: 'rule-over' })
    expect(await values('in-force')).toEqual([])
    expect((await rulesPage(edith, { state: 'ended' })).rules).toMatchObject([{ id, endedBy: 'Ada' }])
    await made()
  })

  test('that is wrong says everything that is wrong, and keeps nothing', async () => {
    expect(await addStandingRule(edith, { kind: 'network', value: 'x' })).toMatchObject({
      problems: ['network-wrong', 'effect-missing', 'rule-reason-missing'],
    })
    expect(await addStandingRule(edith, { ...host, until: '2020-01-01' })).toMatchObject({
      problems: ['date-past'],
    })
    for (const given of [undefined, 'x', newId()])
      expect(await endStandingRule(edith, given)).toMatchObject({ ok: false })
    expect(await db.standingRule.count()).toBe(0)
  })

  test('is over at its time, whether anybody looks or not', async () => {
    const id = await made()
    const now = new Date()
    await db.standingRule.update({ where: { id }, data: { endsAt: now, overAt: now } })
    expect(await values('in-force')).toEqual([])
    expect(await values('ended')).toEqual(['tides.example'])
    expect(await endStandingRule(edith, id)).toMatchObject({ refusal: 'rule-over' })
    await made()
  })

  test('of its end both times say the same', async () => {
    const id = await made()
    const wrong = { endedAt: new Date(), overAt: new Date('2999-01-01') }
    await expect(db.standingRule.update({ where: { id }, data: wrong })).rejects.toThrow(/standing_rule_over/)
  })

  test('of 5,000 no one more is made', async () => {
    await pool().query(
      `insert into standing_rule (id, kind, value, effect, over_at)
       select gen_random_uuid(), 'host', 'h' || n || '.example', 'hold', '9999-12-31 00:00:00+00' from generate_series(1, 5000) n`,
    )
    expect(await addStandingRule(edith, host)).toMatchObject({ problems: ['rules-many'] })
  })
})

test('the list goes on, a page after the other, and finds what a rule is about', async () => {
  for (let number = 10; number < 62; number++) await made({ value: `h${number}.example` })
  const ending = await made({ value: 'ends.example', until: '2100-01-01' })
  const first = await rulesPage(edith, {})
  expect(first.rules).toHaveLength(50)
  const second = await rulesPage(edith, { after: first.next })
  expect(second).toMatchObject({ isFurther: true, next: undefined })
  expect(second.rules).toHaveLength(3)
  // Those without an end come first, the newest before the others.
  expect(second.rules.at(-1)).toMatchObject({ id: ending })
  expect([...first.rules, ...second.rules].map(({ id }) => id)).toEqual([
    ...new Set([...first.rules, ...second.rules].map(({ id }) => id)),
  ])
  expect(await values('in-force', { find: 'https://H20.example/x' })).toEqual(['h20.example'])
  await made({ kind: 'network', value: '192.0.2.0' })
  expect(await values('in-force', { find: '192.0.2.99' })).toEqual(['192.0.2.0/24'])
  expect(await values('in-force', { find: 'h2' })).toEqual([])
  expect(await values('in-force', { find: ['x'], after: 'x', state: 7 } as object)).toHaveLength(50)
})

describe('before it is made', () => {
  test('a comment says what it can be about', async () => {
    const { id } = await aComment({ traced: true, email: 'Vera@example.org', text: 'http://tides.example' })
    expect(await marksOfComment(edith, id)).toEqual([
      { kind: 'author', value: 'vera@example.org' },
      { kind: 'address', value: '192.0.2.7' },
      { kind: 'network', value: '192.0.2.0/24' },
      { kind: 'host', value: 'tides.example' },
    ])
    expect(await marksOfComment(edith, newId())).toBeUndefined()
    expect(await marksOfComment(edith, 'x')).toBeUndefined()
  })

  const preview = async (kind: string, value: string) => {
    const read = await previewRule(edith, { kind, value })
    if (!read.ok) throw new Error(read.refusal)
    return read.value
  }

  test('what it would have caught is told by what became of it, with the newest of it', async () => {
    const edition = await anEdition()
    const name = `Nora ${newId()}`
    const wish = { edition, traced: true, email: '', name, text: 'see https://previewed.example/x' }
    await aComment({ ...wish, status: 'approved', sentAt: new Date(Date.now() - 5 * day) })
    await aComment({ ...wish, status: 'spam', sentAt: new Date(Date.now() - 4 * day) })
    await aComment({ ...wish, sentAt: new Date(Date.now() - 3 * day) })
    const newest = await aComment({ ...wish, text: 'see http://WWW.previewed.example', status: 'trash' })
    await aComment({ ...wish, sentAt: new Date(Date.now() - 31 * day) })
    await aComment({
      ...wish,
      name: `${name} too`,
      email: 'x@example.org',
      text: 'previewed.example',
      traced: false,
    })
    const counts = { pending: 1, approved: 1, spam: 1, trash: 1 }
    for (const [kind, value] of [
      ['host', 'previewed.example'],
      ['author', name.toUpperCase()],
    ] as const) {
      const shown = await preview(kind, value)
      expect(shown).toMatchObject({ kind, counts, isMore: false, there: undefined })
      expect(shown.samples).toHaveLength(3)
      expect(shown.samples[0]).toMatchObject({ id: newest.id, name, status: 'trash' })
    }
    const own = '203.0.113.77'
    await db.submissionTrace.updateMany({ where: { commentId: newest.id }, data: { ip: own } })
    expect((await preview('address', own)).counts).toEqual({ pending: 0, approved: 0, spam: 0, trash: 1 })
    expect((await preview('network', '203.0.113.1')).counts).toEqual({
      pending: 0,
      approved: 0,
      spam: 0,
      trash: 1,
    })
    const id = await made({ value: 'previewed.example' })
    expect((await preview('host', 'previewed.example')).there).toEqual({ id, effect: 'hold' })
    expect(await previewRule(edith, { kind: 'host', value: 'x' })).toMatchObject({ refusal: 'host-wrong' })
  })

  test('what the staff say themselves is none of it', async () => {
    const { id } = await aComment({ email: 'staff@example.org', status: 'approved' })
    await db.comment.update({ where: { id }, data: { staffId: edith.id } })
    expect((await preview('author', 'staff@example.org')).counts.approved).toBe(0)
  })

  test('of very many the newest of each state are looked at, and it is said that there are more', async () => {
    const { id, chapterId, editionId } = await aComment({ email: 'flood@example.org' })
    await pool().query(
      `insert into comment (id, chapter_id, edition_id, name, email, text, locale, submission_key, sent_at)
       select gen_random_uuid(), $1, $2, 'Rea', 'FLOOD@example.org', 'x', 'en', gen_random_uuid(), now() - n * interval '1 second'
       from generate_series(1, 5100) n`,
      [chapterId, editionId],
    )
    const shown = await preview('author', 'flood@example.org')
    expect(shown.isMore).toBe(true)
    expect(shown.counts.pending).toBeGreaterThan(4_900)
    expect(shown.samples[0]!.id).toBe(id)
  })
})

test.each([
  '192.0.2.254',
  '::ffff:198.51.100.10',
  '2001:db8:1:2:3:4:5:6',
  '2001:DB8:0001:ffff::9',
  '2001:db8::1',
  '::1',
  '::',
])('the database knows the network around %s as the code does', async (ip) => {
  const { rows } = await pool().query<{ network: string }>('select network_of($1) as network', [ip])
  expect(rows).toEqual([{ network: neighbourhoodKey(ip) }])
})

test('what is no address lies in no network', async () => {
  for (const ip of ['unknown', '', 'fe80::1%eth0', '1.2.3']) {
    const { rows } = await pool().query<{ network: null }>('select network_of($1) as network', [ip])
    expect(rows, ip).toEqual([{ network: null }])
  }
})

test('whom an ended rule was about, and why, is forgotten after 30 days; a host is nobody', async () => {
  const ended = async (kind: string, value: string, days: number) => {
    const id = await made({ kind, value })
    const at = new Date(Date.now() - days * day)
    await db.standingRule.update({ where: { id }, data: { endedAt: at, overAt: at } })
    return id
  }
  const old = await ended('author', 'gone@example.org', 31)
  await ended('network', '192.0.2.0', 29)
  await ended('host', 'tides.example', 31)
  await made({ kind: 'address', value: '192.0.2.7' })
  await forgetEndedRules()
  expect(await values('ended')).toEqual(expect.arrayContaining([null, '192.0.2.0/24', 'tides.example']))
  expect(await db.standingRule.findUnique({ where: { id: old } })).toMatchObject({
    value: null,
    reason: null,
  })
  expect(await values('in-force')).toEqual(['192.0.2.7'])
})
