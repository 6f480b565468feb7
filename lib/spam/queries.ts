import { z } from 'zod'
import { db } from '@/lib/db/client'

const alertShape = z.object({ code: z.string(), message: z.string() })
export type SpamAlert = z.infer<typeof alertShape>

/** Which checker is at work, and what it complains of. */
export async function spamSettings(): Promise<{ checker: string; alert?: SpamAlert }> {
  const rows = await db.setting.findMany({ where: { key: { in: ['spam.checker', 'spam.alert'] } } })
  const value = (key: string) => rows.find((row) => row.key === key)?.value
  const checker = z.object({ name: z.string() }).safeParse(value('spam.checker'))
  const alert = alertShape.safeParse(value('spam.alert'))
  return {
    checker: checker.success ? checker.data.name : 'none',
    alert: alert.success ? alert.data : undefined,
  }
}

export async function blockedWords(): Promise<string[]> {
  const row = await db.setting.findUnique({ where: { key: 'blocked-words' } })
  return z.array(z.string()).catch([]).parse(row?.value)
}
