import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { submit } from '@/lib/comments/submit/commands'
import { aSubmission, from, secret } from '@/lib/comments/testing/a-submission'
import { keepDiscussion } from '@/lib/comments/testing/keep-discussion'
import { db, pool } from '@/lib/db/client'
import { connectForRaces, raceOf } from '@/lib/db/testing/barrier'
import { aComment, anActor, anEdition } from '@/lib/db/testing/factories'
import { finding, input } from '@/lib/i18n/statements/statement'
import { changeOwn } from '@/lib/moderation/decisions/author-commands'
import { queuedComment } from '@/lib/moderation/queue/queries'
import { addStandingRule, endStandingRule } from '@/lib/moderation/rules/commands'
import { gatherRuleHits } from '@/lib/moderation/rules/hit-commands'
import { rulesPage } from '@/lib/moderation/rules/queries'
import type { StaffActor } from '@/lib/people/permissions'
import { aFakeChecker } from '@/lib/spam/testing/fake-checker'
import { aBreaker } from './breaker'
import { doJob } from '../testing/do-job'

// Standing rules where they work: at the form, and where comments are screened.

let editor: StaffActor
let edition: Awaited<ReturnType<typeof anEdition>>
beforeAll(connectForRaces)
beforeEach(async () => {
  editor = await anActor()
  edition = await anEdition()
  await db.standingRule.deleteMany()
  await keepDiscussion({ hold: 'nobody', gapSeconds: 0, mostInTenMinutes: 1_000 })
})

const rule = async (given: object) => {
  const outcome = await addStandingRule(editor, { reason: 'Enough', effect: 'refuse', ...given })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome))
  return outcome.value.id
}
const form = (fields: object = {}) => aSubmission(edition, { comment: randomUUID(), ...fields })
const send = (submission: ReturnType<typeof form>, ip = '198.51.100.7') =>
  submit(submission, { ...from, ip }, { now: Date.now(), secret })
const said = async (fields: object = {}, ip?: string) => {
  const outcome = await send(form(fields), ip)
  return outcome.ok ? 'stored' : outcome.problems
}
const stored = async (fields: object = {}, ip?: string) => {
  const outcome = await send(form(fields), ip)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  return outcome.value.commentId
}
const screen = (commentId: string, data: object = {}) =>
  doJob(
    'check-spam',
    { id: randomUUID(), data: { commentId, attempt: 1, ...data } },
    { spam: aFakeChecker(), breaker: aBreaker(), siteUrl: 'http://localhost:3000' },
  )
const statusOf = async (id: string) => (await db.comment.findUniqueOrThrow({ where: { id } })).status
const stepOf = async (id: string) =>
  (await queuedComment(editor, id))!.screening.find(({ rule: name }) => name === 'standing-rule')
const hits = async () =>
  (await rulesPage(editor, {})).rules.map(({ hits, lastHitAt }) => [hits, lastHitAt !== null])

describe('what a rule refuses', () => {
  test.each<[object, object, object]>([
    [{ kind: 'author', value: 'rea@example.org' }, { email: 'REA@example.org' }, { email: 'refused-email' }],
    [{ kind: 'author', value: 'Rea' }, { email: '', author: 'rea' }, { author: 'refused-name' }],
    [{ kind: 'address', value: '198.51.100.7' }, {}, { form: 'refused-address' }],
    [{ kind: 'network', value: '198.51.100.0/24' }, {}, { form: 'refused-network' }],
    [{ kind: 'host', value: 'tides.example' }, { url: 'https://tides.example' }, { url: 'refused-link' }],
    [
      { kind: 'host', value: 'tides.example' },
      { comment: 'http://www.TIDES.example/x' },
      { comment: 'refused-link' },
    ],
  ])('%j: %j is told so', async (about, fields, problems) => {
    await rule(about)
    expect(await said(fields)).toEqual(problems)
    expect(await db.comment.count({ where: { chapterId: edition.chapterId } })).toBe(0)
    expect(await hits()).toEqual([[1, true]])
  })

  test.each<[object, object, string?]>([
    [
      { kind: 'author', value: 'Rea' },
      { email: 'rea@example.org', author: 'Rea' },
    ],
    [{ kind: 'author', value: 'rea@example.org' }, { email: 'other@example.org' }],
    [{ kind: 'address', value: '198.51.100.8' }, {}],
    [{ kind: 'network', value: '198.51.101.0' }, {}],
    [{ kind: 'host', value: 'tides.example' }, { comment: 'https://high.tides.example' }],
    [{ kind: 'host', value: '198.51.100.7' }, {}],
  ])('%j: %j is not meant', async (about, fields) => {
    await rule(about)
    expect(await said(fields)).toBe('stored')
    expect(await hits()).toEqual([[0, false]])
  })

  test('the same form again is told the same, and is one hit', async () => {
    await rule({ kind: 'host', value: 'tides.example' })
    const again = form({ comment: 'https://tides.example' })
    for (let time = 0; time < 3; time++)
      expect(await send(again)).toMatchObject({ problems: { comment: 'refused-link' } })
    expect(await hits()).toEqual([[1, true]])
  })

  test('is taken again from the moment at which the rule ends, or is ended', async () => {
    const about = { kind: 'author', value: 'rea@example.org' }
    const id = await rule(about)
    expect(await said()).toEqual({ email: 'refused-email' })
    expect(await endStandingRule(editor, id)).toMatchObject({ ok: true })
    expect(await said()).toBe('stored')
    const second = await rule(about)
    const endsAt = new Date(Date.now() + 60_000)
    await db.standingRule.update({ where: { id: second }, data: { endsAt, overAt: endsAt } })
    expect(await said()).toEqual({ email: 'refused-email' })
    const over = new Date()
    await db.standingRule.update({ where: { id: second }, data: { endsAt: over, overAt: over } })
    expect(await said()).toBe('stored')
  })

  test('what was stored before is answered as before', async () => {
    const first = form()
    expect(await send(first)).toMatchObject({ ok: true, value: { again: false } })
    await rule({ kind: 'author', value: 'rea@example.org' })
    expect(await send(first)).toMatchObject({ ok: true, value: { again: true } })
  })

  test('does not come by a change of a comment either', async () => {
    const { id } = await aComment({ edition, traced: true, status: 'approved' })
    await keepDiscussion({ editMinutes: 30 })
    await rule({ kind: 'host', value: 'tides.example' })
    expect(await changeOwn(id, 'Now with http://tides.example')).toMatchObject({ refusal: 'refused-link' })
    expect(await changeOwn(id, 'Now with http://lamps.example')).toMatchObject({ ok: true })
  })

  test('a rule that is made while a comment waits for another of its address is heard', async () => {
    const works: (() => Promise<unknown>)[] = [
      () => said({ email: 'first@example.org' }, '198.51.100.9'),
      () => said({ email: 'second@example.org' }, '198.51.100.9'),
      () => rule({ kind: 'author', value: 'second@example.org' }),
    ]
    expect((await raceOf('insert on comment', works)).slice(0, 2)).toEqual([
      'stored',
      { email: 'refused-email' },
    ])
  })
})

describe('what a rule holds', () => {
  const held = { effect: 'hold', kind: 'network', value: '198.51.100.0' }

  test('waits, says why, and is a hit once, however often it is screened', async () => {
    const open = await stored()
    await screen(open)
    expect(await statusOf(open)).toBe('approved')
    await rule(held)
    const id = await stored()
    await screen(id)
    expect(await statusOf(id)).toBe('pending')
    expect(await stepOf(id)).toMatchObject({
      verdict: 'hold',
      input: input('mark', { value: '198.51.100.0/24' }),
      why: finding('standing-network'),
    })
    await screen(id, { reason: 'recheck_queue' })
    expect(await statusOf(id)).toBe('pending')
    expect(await hits()).toEqual([[1, true]])
  })

  test('a rule that refuses, and came after the comment, holds it', async () => {
    const id = await stored()
    await rule({ kind: 'author', value: 'rea@example.org' })
    await screen(id)
    expect(await statusOf(id)).toBe('pending')
    expect(await stepOf(id)).toMatchObject({ why: finding('standing-refuses') })
  })

  test('a rule that ended between sending and screening still holds; asked again later, it does not', async () => {
    const ruleId = await rule(held)
    const id = await stored()
    await endStandingRule(editor, ruleId)
    await screen(id)
    expect(await statusOf(id)).toBe('pending')
    await screen(id, { reason: 'recheck_queue' })
    expect(await statusOf(id)).toBe('approved')
  })

  test('a change of its text is held by the rules of now', async () => {
    const { id } = await aComment({ edition, traced: true, status: 'approved' })
    await keepDiscussion({ hold: 'nobody', editMinutes: 30 })
    await rule({ effect: 'hold', kind: 'host', value: 'tides.example' })
    expect(await changeOwn(id, 'Now with http://tides.example')).toMatchObject({ ok: true })
    await screen(id, { reason: 'edit' })
    expect(await statusOf(id)).toBe('pending')
  })
})

test('hits of backends that have ended are gathered, and none is lost', async () => {
  const ruleId = await rule({ kind: 'author', value: 'rea@example.org' })
  await said()
  await db.standingRuleHit.create({ data: { ruleId, backend: -1, hits: 3, lastAt: new Date() } })
  await db.standingRuleHit.create({ data: { ruleId, backend: -2, hits: 4, lastAt: new Date() } })
  for (let time = 0; time < 2; time++) {
    await gatherRuleHits()
    expect(await hits()).toEqual([[8, true]])
  }
  const { rows } = await pool().query('select from standing_rule_hit')
  expect(rows).toHaveLength(2)
})
