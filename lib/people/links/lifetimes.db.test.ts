import { beforeEach, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { aPerson, anActor } from '@/lib/db/testing/factories'
import { newId } from '@/lib/kernel/ids'
import { runtime, setRuntime } from '@/lib/kernel/env'
import { makeLink } from '../accounts/commands'
import { ensureFirstAdmin } from './first-admin'
import { recover } from './recovery-commands'
import { resetFor } from './reset-commands'

beforeEach(() => setRuntime({ ...runtime(), sendsMail: true }))

const [minute, hour, day] = [60, 3_600, 86_400]
const before = (seconds: number) => new Date(Date.now() - seconds * 1_000)

/** Makes a link, and answers until when it is good. */
const links: Record<string, { seconds: number; make: () => Promise<Date> }> = {
  'of the first admin': {
    seconds: day,
    async make() {
      await db.person.updateMany({ data: { role: 'editor' } })
      await ensureFirstAdmin({})
      return (await db.setupLink.findFirstOrThrow({ where: { personId: null } })).expiresAt
    },
  },
  'of somebody new': {
    seconds: 7 * day,
    async make() {
      const link = await makeLink(await anActor('admin'), { personId: (await aPerson()).id })
      if (!link.ok) throw new Error('no link')
      return link.value.until
    },
  },
  'printed on the machine': {
    seconds: hour,
    async make() {
      const link = await recover((await aPerson({ role: 'admin', passwordHash: 'a hash' })).email)
      if (!link.ok) throw new Error('no link')
      return link.value.until
    },
  },
  'in a mail': {
    seconds: 30 * minute,
    async make() {
      const link = await ask((await aPerson()).email)
      return (await db.resetLink.findUniqueOrThrow({ where: { id: link!.id } })).expiresAt
    },
  },
}

const ask = async (
  email: string,
  { askedAt = new Date(), personId }: { askedAt?: Date; personId?: string } = {},
) => {
  const { id } = await db.resetAsk.create({ data: { id: newId(), email, personId, askedAt } })
  return resetFor(id)
}

test.each(Object.entries(links))('a link %s', async (_what, { seconds, make }) => {
  const started = Date.now()
  const until = (await make()).getTime()
  // By the database's clock, which is the machine's own.
  expect(until).toBeGreaterThanOrEqual(started + seconds * 1_000 - 1_000)
  expect(until).toBeLessThanOrEqual(Date.now() + seconds * 1_000)
})

test('an ask that no job took within the hour brings no mail any more', async () => {
  const { email } = await aPerson()
  expect(await ask(email, { askedAt: before(hour + minute) })).toBeUndefined()
  expect(await ask(email, { askedAt: before(hour - minute) })).toBeDefined()
})

/** How soon the next mail goes, and how many go in a day, who asks by their own browser or link and because anybody asks. */
test.each([
  ['owner', 40, 1, false],
  ['owner', 61, 1, true],
  ['owner', 61, 19, true],
  ['owner', 61, 20, false],
  ['anybody', 5 * minute - 20, 1, false],
  ['anybody', 5 * minute + 1, 1, true],
  ['anybody', 5 * minute + 1, 4, true],
  ['anybody', 5 * minute + 1, 5, false],
] as const)('%s, %i seconds after the last of %i mails: %s', async (askedBy, age, count, goes) => {
  const { id: personId, email } = await aPerson()
  const link = () => ({ personId, askedBy, id: newId(), tokenHash: newId(), sentAt: new Date() })
  const expiresAt = new Date(Date.now() + minute * 1_000)
  // What was longer ago than a day counts for nothing.
  const ages = [...Array<number>(count - 1).fill(day - hour), ...Array<number>(30).fill(day + minute)]
  await db.resetLink.createMany({
    data: ages.map((seconds) => ({ ...link(), askedAt: before(seconds), expiresAt: new Date() })),
  })
  await db.resetLink.create({ data: { ...link(), askedAt: before(age), expiresAt } })
  const mail = await ask(email, askedBy === 'owner' ? { personId } : {})
  expect(mail !== undefined).toBe(goes)
})
