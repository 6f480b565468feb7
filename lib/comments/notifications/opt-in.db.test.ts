import { expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { newId } from '@/lib/kernel/ids'
import { runtime } from '@/lib/kernel/env'
import { hasRefused, mailboxKey, noteAnswer, refuseAsking, takeAsking } from './opt-in-commands'

const hour = 60
const day = 24 * hour

/** An address that has been asked so often, the last time so many minutes ago. */
async function asked(times: number, minutesAgo: number | null) {
  const email = `${newId()}@example.org`
  const key = mailboxKey(runtime().secret, email)
  const lastAt = minutesAgo === null ? null : new Date(Date.now() - minutesAgo * 60_000)
  await db.askedAddress.create({ data: { key, asked: times, lastAt } })
  return { email, key }
}

test.each([
  ['anybody', 1, day - 1, false],
  ['anybody', 1, day + 1, true],
  ['anybody', 2, 25 * hour, true],
  ['anybody', 3, 25 * hour, false],
  ['anybody', 0, null, true],
  ['published', 1, hour - 1, false],
  ['published', 1, hour + 1, true],
  ['published', 11, 2 * hour, true],
  ['published', 12, 2 * hour, false],
] as const)(
  'for %s, asked %i times before, the last time %s minutes ago: %s',
  async (about, times, minutesAgo, may) => {
    const { email, key } = await asked(times, minutesAgo)
    expect(await takeAsking(db, email, about)).toBe(may)
    expect((await db.askedAddress.findUniqueOrThrow({ where: { key } })).asked).toBe(times + (may ? 1 : 0))
  },
)

test('who has refused is not asked, whatever it is about and however long ago, until they answer', async () => {
  const { email, key } = await asked(0, 9_000 * hour)
  await refuseAsking(key)
  expect(await hasRefused(email)).toBe(true)
  for (const about of ['anybody', 'published'] as const)
    expect(await takeAsking(db, email, about)).toBe(false)
  await noteAnswer(db, email)
  expect(await hasRefused(email)).toBe(false)
  expect(await takeAsking(db, email)).toBe(true)
})
