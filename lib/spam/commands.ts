import { db } from '@/lib/db/client'
import { wrongKey, type SpamAccount } from './port'
import type { SpamAlert } from './queries'

// What the worker knows of its checker, kept where the desk can read it.

export const noteChecker = (name: string) => keep('spam.checker', { name })

/**
 * Keeps the checker's newest alert; none takes the last one away. Of the key, what is said last holds, by a check or
 * by the account: a check without an alert is a verdict, and those are given for a good key only.
 */
export async function noteAlert(alert: SpamAlert | undefined) {
  await keep('spam.alert', alert ?? {})
  if (!alert) await noteKey('invalid', 'valid')
  if (alert?.code === wrongKey) await noteKey('valid', 'invalid')
}

export async function noteAccount(account: SpamAccount, at: Date) {
  await keep('spam.account', { ...account, at: at.toISOString() })
  if (account.key === 'valid')
    await db.$executeRaw`
      update setting set value = '{}', updated_at = now()
      where key = 'spam.alert' and value->>'code' = ${wrongKey}`
}

const noteKey = (before: SpamAccount['key'], now: SpamAccount['key']) => db.$executeRaw`
  update setting set updated_at = now(), value = value - 'problem'
    || jsonb_build_object('key', ${now}::text, 'at', ${new Date().toISOString()}::text)
  where key = 'spam.account' and value->>'key' = ${before}`

const keep = (key: string, value: object) =>
  db.setting.upsert({ where: { key }, create: { key, value }, update: { value } })
