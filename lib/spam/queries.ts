import { z } from 'zod'
import { db } from '@/lib/db/client'

const alertShape = z.object({ code: z.string(), message: z.string().optional(), url: z.httpUrl().optional() })
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

const statement = z.object({
  code: z.string(),
  parameters: z.record(z.string(), z.union([z.string(), z.number()])),
})
const accountShape = z.object({
  at: z.coerce.date(),
  key: z.enum(['valid', 'invalid', 'unknown']),
  problem: statement.optional(),
  usage: z
    .object({
      limit: z.number().nullable(),
      calls: z.number(),
      percentage: z.number(),
      throttled: z.boolean(),
      url: z.httpUrl().optional(),
    })
    .optional(),
  months: z
    .array(
      z.object({
        month: z.string(),
        calls: z.number(),
        spam: z.number(),
        ham: z.number(),
        missedSpam: z.number(),
        falsePositives: z.number(),
      }),
    )
    .optional(),
})

/** How our account with the checker stood when the worker last asked. */
export async function spamAccount() {
  const row = await db.setting.findUnique({ where: { key: 'spam.account' } })
  const read = accountShape.safeParse(row?.value)
  return read.success ? read.data : undefined
}
