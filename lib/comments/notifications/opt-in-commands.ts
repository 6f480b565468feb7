import { createHmac } from 'node:crypto'
import { db, type Tx } from '@/lib/db/client'
import { runtime } from '@/lib/kernel/env'
import { dashed } from '@/lib/kernel/ids'
import { recipientOf } from '@/lib/mail/address'

/**
 * How many mails go to an address that nobody has confirmed, and after how many hours the next; one that nobody asked
 * for a year is forgotten. What an editor has published is read by people: for it strangers cannot use up the rest.
 */
const limits = { anybody: { most: 3, hours: 24 }, published: { most: 12, hours: 1 } } as const

/** Under which key an address is counted, and named in a link: its own letters stand nowhere. */
export function mailboxKey(secret: string, email: string): string {
  const seal = createHmac('sha256', secret).update(`chapterhouse mailbox\0${recipientOf(email)}`)
  return dashed(seal.digest('hex'))
}

const keyOf = (email: string) => mailboxKey(runtime().secret, email)

/**
 * May a mail go to an address that may be a stranger's? Anybody can type anybody's: whatever the comment, one in 24
 * hours, three until its owner answers, none once the owner has refused. For a comment that an editor has published
 * there may be more. Who may, has used it up.
 */
export async function takeAsking(tx: Tx, email: string, about: keyof typeof limits = 'anybody') {
  const { most, hours } = limits[about]
  const taken = await tx.$executeRaw`
    insert into asked_address as a (key, asked, last_at) values (${keyOf(email)}::uuid, 1, now())
    on conflict (key) do update set asked = a.asked + 1, last_at = now()
    where a.refused_at is null and a.asked < ${most}::int
      and (a.last_at is null or a.last_at <= now() - make_interval(hours => ${hours}))`
  return taken === 1
}

/** The owner of the address has used a link that was mailed to it, and so may be written to again. */
export const noteAnswer = (tx: Tx, email: string) =>
  tx.askedAddress.deleteMany({ where: { key: keyOf(email) } })

/** Never again, whoever types the address. */
export async function refuseAsking(key: string) {
  await db.$executeRaw`
    insert into asked_address (key, refused_at) values (${key}::uuid, now())
    on conflict (key) do update set refused_at = now()`
}

export async function hasRefused(email: string): Promise<boolean> {
  const row = await db.askedAddress.findUnique({ where: { key: keyOf(email) } })
  return Boolean(row?.refusedAt)
}
