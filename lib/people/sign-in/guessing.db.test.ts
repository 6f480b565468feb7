import { verify } from '@node-rs/argon2'
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { db } from '@/lib/db/client'
import { aPerson, anActor } from '@/lib/db/testing/factories'
import { makeKnown } from './browser-commands'
import { forgetGuesses } from './guess-commands'
import { forgetCrowd } from './in-turn'
import { giveLink, setPassword } from '../links/commands'
import { hashPassword } from './passwords'
import { signIn, type SignInOutcome, type Visitor } from './sign-in'
import { disablePerson, enablePerson } from '../accounts/commands'

vi.mock('@node-rs/argon2', async (original) => {
  const real = await original<typeof import('@node-rs/argon2')>()
  return { ...real, verify: vi.fn(real.verify) }
})
const checks = () => vi.mocked(verify).mock.calls.length

const password = 'correct horse battery'
let passwordHash: string
beforeAll(async () => void (passwordHash = await hashPassword(password)))
beforeEach(async () => {
  forgetCrowd()
  await db.signInGuess.deleteMany()
  vi.mocked(verify).mockClear()
})

const anOwner = (wish: Parameters<typeof aPerson>[0] = {}) => aPerson({ ...wish, passwordHash })
/** Some time in the future, so that nothing of before is near it: no test waits for a clock. */
const start = Date.UTC(2035, 0, 1)
const known = async (personId: string, before?: string) => ({
  browser: await makeKnown(before, personId, start),
})

/** A browser: it brings the turn that it was given last. */
function aBrowser(visitor: Visitor) {
  let { turn } = visitor
  return async (email: string, guess: string, now: number): Promise<SignInOutcome> => {
    const outcome = await signIn({ email, password: guess }, { ...visitor, turn }, now)
    if (!outcome.ok) turn = outcome.turn ?? turn
    return outcome
  }
}
/** Whoever has to wait waits, once: answers what came of it and the seconds that it cost. */
async function patiently(browser: ReturnType<typeof aBrowser>, email: string, guess: string, now: number) {
  const first = await browser(email, guess, now)
  if (first.ok || first.refusal !== 'wait') return { outcome: first, seconds: 0 }
  return { outcome: await browser(email, guess, now + first.seconds * 1_000), seconds: first.seconds }
}
/** Guesses as a script makes them: it takes no notice of what it is answered. */
const blindly = (email: string, address: string, now: number) =>
  signIn({ email, password: 'a guess' }, { address }, now)

describe('seven wrong guesses and one every 4.5 seconds', () => {
  const attack = async (
    email: string,
    address: string,
    minutes: number,
    each?: (now: number) => Promise<void>,
  ) => {
    for (let guess = 0; guess < 7; guess++) await blindly(email, address, start)
    for (let now = start; now < start + minutes * 60_000; now += 4_500) {
      await blindly(email, address, now)
      await each?.(now)
    }
    return start + minutes * 60_000
  }

  test('cost the owner nothing in a browser that is known, at any moment', async () => {
    const { id, email } = await anOwner()
    const { browser } = await known(id)
    let times = 0
    await attack(email, '203.0.113.9', 10, async (now) => {
      if (times++ % 20 === 0)
        expect(await signIn({ email, password }, { address: '192.0.2.1', browser }, now)).toMatchObject({
          ok: true,
        })
    })
    expect(times).toBe(134)
  })

  test.each([
    ['at an address of their own', '192.0.2.1'],
    ['at the attacker’s own address, as behind one proxy', '203.0.113.9'],
  ])('cost the owner five seconds on a new phone, %s', async (_where, address) => {
    const { id, email } = await anOwner()
    const now = await attack(email, '203.0.113.9', 5)
    expect(await patiently(aBrowser({ address }), email, password, now)).toEqual({
      outcome: { ok: true, value: { personId: id, sessionVersion: 1 } },
      seconds: 5,
    })
  })

  test('are looked at five times', async () => {
    const { email } = await anOwner()
    await attack(email, '203.0.113.9', 5)
    expect(checks()).toBe(5)
  })

  test('by a browser that waits for its turns: eight times, and the owner’s new phone is heard all the same', async () => {
    const { email } = await anOwner()
    const attacker = aBrowser({ address: '203.0.113.9' })
    for (let now = start; now < start + 600_000; now += 4_500) await attacker(email, 'a guess', now)
    expect(checks()).toBe(8)
    const phone = aBrowser({ address: '203.0.113.9' })
    expect(await patiently(phone, email, password, start + 600_000)).toMatchObject({ outcome: { ok: true } })
  })
})

describe('a thousand guesses at one account from a hundred addresses', () => {
  const addresses = Array.from({ length: 100 }, (_, n) => `198.51.${n}.7`)

  test('all at once and blindly: five are looked at, and the owner signs in everywhere', async () => {
    const { id, email } = await anOwner()
    await Promise.all(Array.from({ length: 1_000 }, (_, n) => blindly(email, addresses[n % 100]!, start + n)))
    expect(checks()).toBeLessThanOrEqual(5)
    const at = start + 10_000
    expect(
      await signIn({ email, password }, { address: '192.0.2.1', ...(await known(id)) }, at),
    ).toMatchObject({ ok: true })
    expect(await patiently(aBrowser({ address: '192.0.2.9' }), email, password, at)).toMatchObject({
      outcome: { ok: true },
      seconds: 5,
    })
  }, 60_000)

  test('by browsers that wait for their turns: 24 in any hour, and the owner signs in from a known one', async () => {
    const { id, email } = await anOwner()
    const browsers = addresses.map((address) => aBrowser({ address }))
    const looked: number[] = []
    for (let n = 0; n < 1_000; n++) {
      const now = start + n * 4_000
      const before = checks()
      await browsers[n % 100]!(email, 'a guess', now)
      if (checks() > before) looked.push(now)
    }
    for (const from of looked)
      expect(looked.filter((now) => now >= from && now < from + 3_600_000).length).toBeLessThanOrEqual(24)
    expect(looked.length).toBeGreaterThan(24)
    const at = start + 3_996_000
    expect(
      await signIn({ email, password }, { address: '198.51.1.7', ...(await known(id)) }, at),
    ).toMatchObject({ ok: true })
    expect(await patiently(aBrowser({ address: '192.0.2.9' }), email, password, at)).toMatchObject({
      outcome: { refusal: 'full' },
    })
  }, 60_000)

  test('from one neighbourhood leave eight for everybody else', async () => {
    const { email } = await anOwner()
    const browsers = addresses.map((_, n) => aBrowser({ address: `2001:db8:1:${n}::1` }))
    for (let n = 0; n < 300; n++) await browsers[n % 100]!(email, 'a guess', start + n * 6_000)
    expect(checks()).toBe(16)
    const phone = aBrowser({ address: '2001:db8:2::1' })
    expect(await patiently(phone, email, password, start + 1_800_000)).toMatchObject({
      outcome: { ok: true },
    })
  })

  test('with one turn that is used by all of them: once', async () => {
    const { email } = await anOwner()
    for (let guess = 0; guess < 5; guess++) await blindly(email, '203.0.113.9', start)
    const outcome = await blindly(email, '203.0.113.9', start)
    const turn = outcome.ok ? undefined : outcome.turn
    const before = checks()
    await Promise.all(
      addresses.map((address) => signIn({ email, password: 'a guess' }, { address, turn }, start + 5_000)),
    )
    expect(checks() - before).toBe(1)
  })
})

describe('a known browser', () => {
  test('has ten wrong passwords in an hour; then it is a browser like any other', async () => {
    const { id, email } = await anOwner()
    const visitor = { address: '192.0.2.1', ...(await known(id)) }
    for (let guess = 0; guess < 10; guess++) await signIn({ email, password: 'forgotten' }, visitor, start)
    expect(await db.signInGuess.count({ where: { network: null } })).toBe(10)
    for (let guess = 0; guess < 5; guess++) await signIn({ email, password: 'forgotten' }, visitor, start)
    expect(await signIn({ email, password }, visitor, start)).toMatchObject({ refusal: 'wait' })
    expect(await patiently(aBrowser(visitor), email, password, start)).toMatchObject({
      outcome: { ok: true },
      seconds: 5,
    })
    expect(await signIn({ email, password }, visitor, start + 3_600_000)).toMatchObject({ ok: true })
  })

  test('does not use up what strangers have, nor the other way', async () => {
    const { id, email } = await anOwner()
    const visitor = { address: '192.0.2.1', ...(await known(id)) }
    for (let guess = 0; guess < 9; guess++) await signIn({ email, password: 'forgotten' }, visitor, start)
    expect((await blindly(email, '192.0.2.1', start)) as object).toMatchObject({ refusal: 'wrong' })
    for (let guess = 0; guess < 30; guess++) await blindly(email, '192.0.2.1', start)
    expect(await signIn({ email, password }, visitor, start)).toMatchObject({ ok: true })
  })

  test('knows its own person only, and each of up to five who share it', async () => {
    const [one, two] = [await anOwner(), await anOwner()]
    const first = await known(one.id)
    const both = await known(two.id, first.browser)
    const attack = async (email: string) => {
      for (let guess = 0; guess < 30; guess++) await blindly(email, '203.0.113.9', start)
    }
    await attack(one.email)
    await attack(two.email)
    const from = (browser: string, email: string) =>
      signIn({ email, password }, { address: '192.0.2.1', browser }, start)
    expect(await from(first.browser, two.email)).toMatchObject({ refusal: 'wait' })
    expect(await from(both.browser, one.email)).toMatchObject({ ok: true })
    expect(await from(both.browser, two.email)).toMatchObject({ ok: true })
  })

  const isKnown = async (browser: string, { id }: { id: string }) => {
    const { email } = await db.person.findUniqueOrThrow({ where: { id } })
    await db.signInGuess.deleteMany()
    await signIn({ email, password: 'x' }, { address: '192.0.2.1', browser }, start)
    return (await db.signInGuess.count({ where: { network: null } })) === 1
  }

  test('has another name after each sign-in: one that was planted or copied is worth nothing', async () => {
    const owner = await anOwner()
    const first = await known(owner.id)
    const second = await known(owner.id, first.browser)
    expect(second.browser).not.toBe(first.browser)
    expect(await isKnown(first.browser, owner)).toBe(false)
    expect(await isKnown(second.browser, owner)).toBe(true)
    // Another browser of the same person stays known.
    const phone = await known(owner.id)
    expect(await isKnown(second.browser, owner)).toBe(true)
    expect(await isKnown(phone.browser, owner)).toBe(true)
  })

  test('is forgotten when the password changes, and when the person is disabled, for good', async () => {
    const owner = await anOwner()
    const [browser, other] = [await known(owner.id), await known(owner.id)]
    const admin = await anActor('admin')
    const { path } = await db.$transaction((tx) => giveLink(tx, owner.id))
    expect(await isKnown(browser.browser, owner)).toBe(true)
    await setPassword(path.replace('/welcome/', ''), { password: 'a new one entirely' })
    for (const one of [browser, other]) expect(await isKnown(one.browser, owner)).toBe(false)

    const again = await known(owner.id)
    await disablePerson(admin, { personId: owner.id })
    expect(await isKnown(again.browser, owner)).toBe(false)
    await enablePerson(admin, { personId: owner.id })
    expect(await isKnown(again.browser, owner)).toBe(false)
  })

  test('is one of twenty; the oldest is forgotten', async () => {
    const owner = await anOwner()
    const all = []
    for (let n = 0; n < 21; n++) all.push(await makeKnown(undefined, owner.id, start + n))
    expect(await db.knownBrowser.count({ where: { personId: owner.id } })).toBe(20)
    expect(await isKnown(all[0]!, owner)).toBe(false)
    expect(await isKnown(all[1]!, owner)).toBe(true)
  })
})

describe('nobody learns who is known', () => {
  test('by what is answered and counted: the same for every address, whatever is tried', async () => {
    const { email } = await anOwner()
    const disabled = await anOwner({ disabledAt: new Date() })
    const invited = await aPerson({ passwordHash: null })
    const said = async (address: string) => {
      const browser = aBrowser({ address: '203.0.113.9' })
      const answers = []
      for (let n = 0; n < 40; n++) {
        const outcome = await browser(address, 'a guess', start + n * 3_000)
        answers.push({ ...outcome, turn: 'turn' in outcome && outcome.turn?.length })
      }
      const looked = checks()
      vi.mocked(verify).mockClear()
      await db.signInGuess.deleteMany()
      forgetCrowd()
      return { answers, looked }
    }
    const [known, ...others] = [
      await said(email),
      await said('nobody@example.org'),
      await said(disabled.email),
      await said(invited.email),
    ]
    for (const other of others) expect(other).toEqual(known)
    expect(known.looked).toBe(8)
    expect(new Set(known.answers.map((answer) => 'refusal' in answer && answer.refusal))).toEqual(
      new Set(['wrong', 'wait', 'full']),
    )
  })

  test('by whether the owner has been there: a good sign-in leaves what stands against the account', async () => {
    const { id, email } = await anOwner()
    for (let guess = 0; guess < 5; guess++) await blindly(email, '203.0.113.9', start)
    await signIn({ email, password }, { address: '192.0.2.1', ...(await known(id)) }, start)
    expect(await blindly(email, '203.0.113.9', start)).toMatchObject({ refusal: 'wait' })
  })
})

test('who is right is not counted: a busy office signs in from one address', async () => {
  const staff = await Promise.all(Array.from({ length: 12 }, () => anOwner()))
  for (let round = 0; round < 3; round++)
    for (const { email } of staff)
      expect(
        await signIn({ email, password }, { address: '192.0.2.1' }, start + round * 60_000),
      ).toMatchObject({ ok: true })
  expect(await db.signInGuess.count()).toBe(0)
})

test('one address has twenty wrong ones at many accounts; then everybody there waits five seconds', async () => {
  const { email } = await anOwner()
  for (let n = 0; n < 60; n++) await blindly(`p${n}@example.org`, '203.0.113.9', start + n * 1_000)
  expect(checks()).toBe(20)
  const now = start + 60_000
  expect(await patiently(aBrowser({ address: '203.0.113.9' }), email, password, now)).toMatchObject({
    outcome: { ok: true },
    seconds: 5,
  })
  expect(await signIn({ email, password }, { address: '203.0.113.10' }, now)).toMatchObject({ ok: true })
})

test('a flood of names from everywhere is looked at thirty times in ten seconds, and the owner waits five', async () => {
  const { email } = await anOwner()
  for (let n = 0; n < 100; n++) await blindly(`p${n}@example.org`, `198.51.100.${n}`, start + n)
  expect(checks()).toBe(30)
  expect(await patiently(aBrowser({ address: '192.0.2.1' }), email, password, start + 200)).toMatchObject({
    outcome: { ok: true },
    seconds: 5,
  })
})

test('what is older than an hour is forgotten', async () => {
  const { email } = await anOwner()
  for (let n = 0; n < 3; n++) await blindly(email, '203.0.113.9', start + n)
  await forgetGuesses(start + 3_600_001)
  expect(await db.signInGuess.count()).toBe(1)
})
