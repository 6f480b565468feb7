import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { db, pool } from '@/lib/db/client'
import { aPerson, aSession, anActor } from '@/lib/db/testing/factories'
import { runtime, setRuntime } from '@/lib/kernel/env'
import { makeKnown, knownIn } from '../sign-in/browser-commands'
import { forgetCrowd } from '../sign-in/in-turn'
import { setPassword } from './commands'
import { hashPassword } from '../sign-in/passwords'
import { actorOf } from '../sessions/queries'
import { askAgain, askReset, forgetResets, resetFor } from './reset-commands'
import { hashOf } from './setup-link'
import { signIn } from '../sign-in/sign-in'
import { disablePerson } from '../accounts/commands'
import { ownerOfMailedLink, personOfLink } from '../accounts/queries'

let passwordHash: string
beforeAll(async () => void (passwordHash = await hashPassword('correct horse battery')))
let count = 0
beforeEach(async () => {
  forgetCrowd()
  setRuntime({ ...runtime(), sendsMail: true })
  await db.resetAsk.deleteMany()
  await pool().query(`delete from pgboss.job`)
})
const somebodysAddress = () => ({ address: `10.${++count >> 8}.${count & 255}.1` })
const stranger = (email: unknown) => {
  forgetCrowd() // tests are faster than crowds
  return askReset({ email }, somebodysAddress())
}
const anOwner = () => aPerson({ passwordHash })

const jobs = async () =>
  (await pool().query<{ data: { askId: string } }>(`select data from pgboss.job where name = 'send-reset'`))
    .rows
/** Does the jobs that wait, as the worker would; answers the mails that go out. */
async function mails() {
  const due = []
  for (const { data } of await jobs()) due.push(await resetFor(data.askId))
  await pool().query(`update reset_link set sent_at = now() where sent_at is null`)
  await pool().query(`delete from pgboss.job`)
  return due.flatMap((mail) => mail ?? [])
}
/** As if so many minutes had gone by. */
const pass = (minutes: number) => {
  forgetCrowd()
  return pool().query(
    `update reset_link set asked_at = asked_at - $1 * interval '1 minute',
       expires_at = expires_at - $1 * interval '1 minute'`,
    [minutes],
  )
}

describe('who has forgotten their password', () => {
  test('sets a new one by the link; it works once, for half an hour, and ends whatever was open', async () => {
    const { id, email } = await anOwner()
    const session = await aSession(id)
    const browser = await makeKnown(undefined, id)
    expect(await stranger(` ${email.toUpperCase()} `)).toEqual({ ok: true, value: undefined })
    const [mail, ...more] = await mails()
    expect(more).toEqual([])
    expect(mail).toMatchObject({ email, token: expect.stringMatching(/^[\w-]{43}$/) })
    expect(await personOfLink(mail!.token)).toMatchObject({ email })
    const stored = await db.resetLink.findUniqueOrThrow({ where: { tokenHash: hashOf(mail!.token) } })
    expect(JSON.stringify(stored)).not.toContain(mail!.token)
    const minutes = (stored.expiresAt.getTime() - Date.now()) / 60_000
    expect(minutes).toBeGreaterThan(29)
    expect(minutes).toBeLessThan(31)

    expect(await actorOf(session)).toBeDefined()
    const password = 'the new one of today'
    expect(await setPassword(mail!.token, { password })).toEqual({
      ok: true,
      value: { personId: id, sessionVersion: 2 },
    })
    expect(await actorOf(session)).toBeUndefined()
    expect(await knownIn(browser, email)).toBeUndefined()
    expect((await signIn({ email, password }, somebodysAddress())).ok).toBe(true)
    expect(await personOfLink(mail!.token)).toBeUndefined()
    expect(await setPassword(mail!.token, { password })).toEqual({ ok: false, refusal: 'link-dead' })
  })

  test('is too late after half an hour', async () => {
    const { email } = await anOwner()
    await stranger(email)
    const [mail] = await mails()
    await pass(29)
    expect(await personOfLink(mail!.token)).toBeDefined()
    await pass(1)
    expect(await personOfLink(mail!.token)).toBeUndefined()
    expect(await setPassword(mail!.token, { password: 'the new one of today' })).toEqual({
      ok: false,
      refusal: 'link-dead',
    })
  })

  test('uses one of several links: the others end with it', async () => {
    const { email } = await anOwner()
    await stranger(email)
    const [first] = await mails()
    await pass(6)
    await stranger(email)
    const [second] = await mails()
    // A stranger who asks takes nothing from the owner: both open the desk.
    for (const mail of [first, second]) expect(await personOfLink(mail!.token)).toBeDefined()
    await setPassword(first!.token, { password: 'the new one of today' })
    expect(await personOfLink(second!.token)).toBeUndefined()
  })

  test('ten at once: it works once', async () => {
    const { id, email } = await anOwner()
    await stranger(email)
    const [mail] = await mails()
    const tries = Array.from({ length: 10 }, (_, n) =>
      setPassword(mail!.token, { password: `the new one of ${n}` }),
    )
    expect((await Promise.all(tries)).filter(({ ok }) => ok)).toHaveLength(1)
    expect((await db.person.findUniqueOrThrow({ where: { id } })).sessionVersion).toBe(2)
  })

  test('is disabled: no link, then or later', async () => {
    const { id, email } = await anOwner()
    await stranger(email)
    const [mail] = await mails()
    await disablePerson(await anActor('admin'), { personId: id })
    expect(await personOfLink(mail!.token)).toBeUndefined()
    expect(await ownerOfMailedLink(mail!.token)).toBeUndefined()
    await pass(10)
    await stranger(email)
    expect(await mails()).toEqual([])
    await db.person.update({ where: { id }, data: { disabledAt: null } })
    expect(await personOfLink(mail!.token)).toBeUndefined()
  })
})

describe('nobody learns who is known', () => {
  test('the answer, what is written and what is left for the job are the same', async () => {
    const { email } = await anOwner()
    const disabled = await aPerson({ passwordHash, disabledAt: new Date() })
    await db.resetAsk.deleteMany()
    await db.resetLink.deleteMany()
    await pool().query(`delete from pgboss.job`)
    const traces = []
    for (const address of [email, 'nobody@example.org', disabled.email]) {
      const answer = await stranger(address)
      const asks = await db.resetAsk.findMany()
      traces.push({
        answer,
        asks: asks.map((ask) => ({ ...ask, id: 0, askedAt: 0, email: ask.email === address })),
        jobs: (await jobs()).map(({ data }) => Object.keys(data)),
        links: await db.resetLink.count({ where: { sentAt: null } }),
      })
      await db.resetAsk.deleteMany()
      await pool().query(`delete from pgboss.job`)
    }
    expect(traces[1]).toEqual(traces[0])
    expect(traces[2]).toEqual(traces[0])
    expect(traces[0]).toMatchObject({ answer: { ok: true }, asks: [{ personId: null }], links: 0 })
  })

  test('what is no address is told so, of any type', async () => {
    for (const odd of [
      undefined,
      null,
      7,
      '',
      'no',
      {},
      ['a@example.org'],
      { not: '' },
      '\0',
      'x'.repeat(300),
    ])
      expect(await stranger(odd)).toMatchObject({ ok: false, refusal: 'problem' })
    expect(await askReset(undefined, somebodysAddress())).toMatchObject({ refusal: 'problem' })
    expect(await db.resetAsk.count()).toBe(0)
  })
})

describe('strangers who ask for somebody', () => {
  test('fill no mailbox: one in five minutes, five in a day, from however many addresses', async () => {
    const { email } = await anOwner()
    await Promise.all(Array.from({ length: 20 }, () => stranger(email)))
    expect(await mails()).toHaveLength(1)
    await pass(4)
    await stranger(email)
    expect(await mails()).toEqual([])
    let sent = 1
    for (let round = 0; round < 20; round++) {
      await pass(5)
      await stranger(email)
      sent += (await mails()).length
    }
    expect(sent).toBe(5)
    await pass(24 * 60)
    await stranger(email)
    expect(await mails()).toHaveLength(1)
  })

  test('keep the owner from nothing: by a known browser, and by any mail of the last days', async () => {
    const { id, email } = await anOwner()
    const tokens: string[] = []
    for (let round = 0; round < 8; round++) {
      await stranger(email)
      tokens.push(...(await mails()).map(({ token }) => token))
      await pass(6)
    }
    expect(tokens).toHaveLength(5)
    const browser = await makeKnown(undefined, id)
    expect(await askReset({ email }, { ...somebodysAddress(), browser })).toMatchObject({ ok: true })
    expect(await mails()).toHaveLength(1)

    await pass(60)
    expect(await personOfLink(tokens[0])).toBeUndefined()
    expect(await askAgain(tokens[0])).toEqual({ ok: true, value: undefined })
    const [mail] = await mails()
    expect(await personOfLink(mail!.token)).toMatchObject({ email })
    // Whoever has the link has the mailbox; and still it is not filled.
    for (let round = 0; round < 5; round++) await askAgain(tokens[0])
    expect(await mails()).toEqual([])
    await pass(2)
    await askAgain(mail!.token)
    expect(await mails()).toHaveLength(1)
    await pass(7 * 24 * 60)
    expect(await askAgain(tokens[0])).toEqual({ ok: false, refusal: 'link-dead' })
  })

  test('a browser that knows somebody else is a stranger’s', async () => {
    const [owner, colleague] = [await anOwner(), await anOwner()]
    const browser = await makeKnown(undefined, colleague.id)
    await askReset({ email: owner.email }, { ...somebodysAddress(), browser })
    await mails()
    expect(await db.resetLink.findFirst({ where: { personId: owner.id } })).toMatchObject({
      askedBy: 'anybody',
    })
  })

  test('wait after five from one network, and so does whoever shares it: for five seconds', async () => {
    const now = Date.UTC(2035, 1, 1)
    const here = { address: '203.0.113.9' }
    for (let n = 0; n < 5; n++)
      expect(await askReset({ email: `p${n}@example.org` }, here, now)).toMatchObject({ ok: true })
    for (let n = 0; n < 100; n++)
      expect(await askReset({ email: 'q@example.org' }, here, now + n * 100)).toMatchObject({
        refusal: 'wait',
      })
    expect(await db.resetAsk.count()).toBe(5)
    const { email } = await anOwner()
    const first = await askReset({ email }, here, now)
    if (first.ok || first.refusal !== 'wait') throw new Error('no turn')
    expect(first.seconds).toBe(5)
    const early = await askReset({ email }, { ...here, turn: first.turn }, now + 3_000)
    expect(early).toEqual({ ok: false, refusal: 'wait', seconds: 2, turn: first.turn })
    expect(await askReset({ email }, { ...here, turn: first.turn }, now + 5_000)).toMatchObject({ ok: true })
    // Asking stands against nobody's sign-in, nor the other way.
    expect(await signIn({ email, password: 'correct horse battery' }, here, now)).toMatchObject({ ok: true })
  })
})

test('a link without a mailbox is answered by none: tokens of any type, and of links that were printed', async () => {
  for (const odd of [undefined, null, 7, '', {}, [], 'x', '\0', '\ud800', 'x'.repeat(100_000)]) {
    expect(await askAgain(odd)).toEqual({ ok: false, refusal: 'link-dead' })
    expect(await personOfLink(odd)).toBeUndefined()
  }
  const { id } = await anOwner()
  await db.$executeRaw`
    insert into reset_link (id, person_id, token_hash, asked_by, sent_at, expires_at)
    values (gen_random_uuid(), ${id}::uuid, ${hashOf('printed')}, 'machine', now(), now())`
  expect(await askAgain('printed')).toEqual({ ok: false, refusal: 'link-dead' })
})

test('a job that runs twice sends the same mail; one that comes an hour late sends none', async () => {
  const { email } = await anOwner()
  await stranger(email)
  const [{ data } = { data: { askId: '' } }] = await jobs()
  const first = await resetFor(data.askId)
  expect(await resetFor(data.askId)).toEqual(first)
  expect(first!.id).toBe(data.askId)
  await pass(61)
  expect(await resetFor(data.askId)).toBeUndefined()
  expect(await resetFor('0190b1b0-0000-7000-8000-000000000000')).toBeUndefined()
})

test('where no mail is sent nothing is asked', async () => {
  setRuntime({ ...runtime(), sendsMail: false })
  const { email } = await anOwner()
  expect(await stranger(email)).toEqual({ ok: false, refusal: 'no-mail' })
  expect(await askAgain('x')).toEqual({ ok: false, refusal: 'no-mail' })
  expect(await db.resetAsk.count()).toBe(0)
})

test('asks that nobody took and links of last week are forgotten', async () => {
  const { email } = await anOwner()
  await stranger(email)
  await mails()
  await stranger(email)
  await pool().query(`update reset_ask set asked_at = now() - interval '25 hours'`)
  await forgetResets()
  expect(await db.resetAsk.count()).toBe(0)
  const links = await db.resetLink.count()
  await pass(7 * 24 * 60 + 1)
  await forgetResets()
  expect(links).toBeGreaterThan(0)
  expect(await db.resetLink.count()).toBe(0)
})
