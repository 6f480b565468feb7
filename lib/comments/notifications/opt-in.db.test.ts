import { expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { newId } from '@/lib/kernel/ids'
import { runtime } from '@/lib/kernel/env'
import { hasRefused, mailboxKey, noteAnswer, refuseAsking, takeAsking } from './opt-in-commands'

const minutes = (count: number) => new Date(Date.now() - count * 60_000)
const hours = (count: number) => minutes(count * 60)

/** An address that has been asked so often, the last time then. */
async function asked(times: number, lastAt: Date | null) {
  const email = `${newId()}@example.org`
  const key = mailboxKey(runtime().secret, email)
  await db.askedAddress.create({ data: { key, asked: times, lastAt } })
  return { email, key }
}

test.each([
  ['anybody', 1, minutes(24 * 60 - 1), false],
  ['anybody', 1, minutes(24 * 60 + 1), true],
  ['anybody', 2, hours(25), true],
  ['anybody', 3, hours(25), false],
  ['anybody', 0, null, true],
  ['published', 1, minutes(59), false],
  ['published', 1, minutes(61), true],
  ['published', 11, hours(2), true],
  ['published', 12, hours(2), false],
] as const)('for %s, asked %i times before, the last time %s: %s', async (about, times, lastAt, may) => {
  const { email, key } = await asked(times, lastAt)
  expect(await takeAsking(db, email, about)).toBe(may)
  expect((await db.askedAddress.findUniqueOrThrow({ where: { key } })).asked).toBe(times + (may ? 1 : 0))
})

test('who has refused is not asked, whatever it is about and however long ago, until they answer', async () => {
  const { email, key } = await asked(0, hours(9_000))
  await refuseAsking(key)
  expect(await hasRefused(email)).toBe(true)
  for (const about of ['anybody', 'published'] as const)
    expect(await takeAsking(db, email, about)).toBe(false)
  await noteAnswer(db, email)
  expect(await hasRefused(email)).toBe(false)
  expect(await takeAsking(db, email)).toBe(true)
})
