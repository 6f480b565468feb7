import { beforeEach, expect, test } from 'vitest'
import { problem } from '@/lib/i18n/statements/statement'
import { db } from '@/lib/db/client'
import { noteAccount, noteAlert } from '../commands'
import { spamAccount, spamSettings } from '../queries'

beforeEach(async () => void (await db.setting.deleteMany()))

const wrong = { code: 'invalid', message: 'Akismet does not know the key' }
const other = { code: '10009', message: 'overuse' }
const told = async () => [(await spamSettings()).alert?.code, (await spamAccount())?.key]
const earlier = new Date(Date.now() - 60_000)

test('what is said last of the key holds: a check that finds it wrong', async () => {
  await noteAccount({ key: 'valid' }, earlier)
  await noteAlert(wrong)
  expect(await told()).toEqual(['invalid', 'invalid'])
  expect((await spamAccount())!.at.getTime()).toBeGreaterThan(earlier.getTime())
})

test('… an account that is in order again', async () => {
  await noteAccount({ key: 'invalid' }, earlier)
  await noteAlert(wrong)
  await noteAccount({ key: 'valid' }, new Date())
  expect(await told()).toEqual([undefined, 'valid'])
})

test('… a verdict that was given for it', async () => {
  await noteAccount({ key: 'invalid' }, earlier)
  await noteAlert(undefined)
  expect(await told()).toEqual([undefined, 'valid'])
})

test('an alert about something else stays, and so does what is not known', async () => {
  await noteAlert(other)
  await noteAccount({ key: 'valid' }, earlier)
  expect(await told()).toEqual(['10009', 'valid'])
  await noteAlert(wrong)
  await noteAccount(
    { key: 'unknown', problem: problem('akismet-unreachable', { error: 'Timeout' }) },
    new Date(),
  )
  expect(await told()).toEqual(['invalid', 'unknown'])
})
