import { db } from '@/lib/db/client'
import type { SpamAccount } from './port'
import type { SpamAlert } from './queries'

// What the worker knows of its checker, kept where the desk can read it.

export const noteChecker = (name: string) => keep('spam.checker', { name })

/** Keeps the checker's newest alert; none takes the last one away. */
export const noteAlert = (alert: SpamAlert | undefined) => keep('spam.alert', alert ?? {})

export const noteAccount = (account: SpamAccount, at: Date) =>
  keep('spam.account', { ...account, at: at.toISOString() })

const keep = (key: string, value: object) =>
  db.setting.upsert({ where: { key }, create: { key, value }, update: { value } })
