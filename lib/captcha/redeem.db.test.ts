import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { burn, forgetRedemptions } from './redeem'

const isKept = async (nonce: string) => (await db.captchaRedemption.count({ where: { nonce } })) === 1
const dayAgo = (later: number) => new Date(Date.now() - 86_400_000 + later)

test('a challenge that was answered wrongly too often is used up, however often that is said', async () => {
  const nonce = randomUUID()
  expect(await isKept(nonce)).toBe(false)
  await burn(nonce)
  await burn(nonce)
  expect(await isKept(nonce)).toBe(true)
})

test('what was used up a day ago needs no record', async () => {
  const [old, recent] = [randomUUID(), randomUUID()]
  await db.captchaRedemption.createMany({
    data: [
      { nonce: old, redeemedAt: dayAgo(-60_000) },
      { nonce: recent, redeemedAt: dayAgo(60_000) },
    ],
  })
  await forgetRedemptions(db)
  expect([await isKept(old), await isKept(recent)]).toEqual([false, true])
})
