import { createHmac } from 'node:crypto'
import { record } from '@/lib/audit/commands'
import { db, type Tx } from '@/lib/db/client'
import { inTransaction } from '@/lib/db/in-transaction'
import { enqueue } from '@/lib/jobs/enqueue'
import { addressKey } from '@/lib/kernel/address-key'
import { runtime } from '@/lib/kernel/env'
import { newId } from '@/lib/kernel/ids'
import { done, refuse } from '@/lib/kernel/result'
import { knownIn } from '../sign-in/browser-commands'
import { hearAsk } from '../sign-in/guess-commands'
import { hashInTurn, TooBusy } from '../sign-in/in-turn'
import { forgottenPassword } from '../schema'
import { hashOf } from './setup-link'
import type { Visitor } from '../sign-in/sign-in'
import { ownerOfMailedLink } from '../accounts/queries'
import { dueTurn, readTurn, waiting, type Turn } from '../sign-in/turns'
import { sendResetJob } from './jobs'

const LINK_MINUTES = 30

/** How often a person is mailed a link, who asks by their browser or an earlier link, and because anybody asks. */
const limits = {
  owner: { pauseSeconds: 60, inADay: 20 },
  anybody: { pauseSeconds: 5 * 60, inADay: 5 },
} as const

/** `wait`: with the turn, after so many seconds. */
export type AskOutcome =
  | { ok: true; value: undefined }
  | { ok: false; refusal: 'no-mail' | 'full' }
  | { ok: false; refusal: 'problem'; problem: string }
  | { ok: false; refusal: 'wait'; seconds: number; turn: string }

/**
 * Somebody has forgotten their password, or says so. What is answered and written is the same whether anybody has that
 * address or not; a job finds out. Who asks too often is told to wait, whomever they ask for.
 */
export async function askReset(fields: unknown, visitor: Visitor, now = Date.now()): Promise<AskOutcome> {
  const { secret, sendsMail, isWithoutPasswords } = runtime()
  if (!sendsMail || isWithoutPasswords) return refuse('no-mail')
  const input = forgottenPassword.safeParse(fields)
  if (!input.success)
    return { ok: false, refusal: 'problem', problem: input.error.issues[0]?.message ?? 'email-wrong' }
  const { email } = input.data
  const known = await knownIn(visitor.browser, email)
  const turn = readTurn(secret, visitor.turn, now)
  const verdict = known ? 'heard' : await strangersVerdict(visitor.address, dueTurn(turn, now), now)
  if (verdict === 'full') return refuse('full')
  if (verdict === 'wait') return { ok: false, refusal: 'wait', ...waiting(secret, turn, now) }
  await noteAsk(email, known?.personId)
  return done(undefined)
}

async function strangersVerdict(address: string, turn: Turn | undefined, now: number) {
  const lane = { network: addressKey(address), hasTurn: Boolean(turn) }
  try {
    return (await hashInTurn(lane, () => hearAsk({ address, turn, now }))).verdict
  } catch (error) {
    if (error instanceof TooBusy) return 'wait'
    throw error
  }
}

/** Whoever holds a mailed link that opens nothing any more may have another one sent to the same mailbox. */
export async function askAgain(token: unknown) {
  if (!runtime().sendsMail) return refuse('no-mail')
  const person = await ownerOfMailedLink(token)
  if (!person) return refuse('link-dead')
  await noteAsk(person.email, person.id)
  return done(undefined)
}

const noteAsk = (email: string, personId?: string) =>
  inTransaction(async (tx) => {
    const askId = newId()
    await tx.resetAsk.create({ data: { id: askId, email, personId }, select: { id: true } })
    await enqueue(tx, sendResetJob, { askId })
  })

export interface DueReset {
  id: string
  name: string
  email: string
  /** The language of the desk for this person, if they have chosen one. */
  locale?: string | null
  token: string
}

/**
 * The link that an ask calls for, valid from now on; nothing when nobody of the staff has that address, when its owner
 * was written to just now, or when it is no use any more. A job that runs twice gets the same link.
 */
export async function resetFor(askId: string): Promise<DueReset | undefined> {
  const token = tokenOf(askId)
  return inTransaction(async (tx) => {
    const ask = await tx.resetAsk.findUnique({ where: { id: askId } })
    if (ask) {
      await tx.resetAsk.delete({ where: { id: askId } })
      await makeDue(tx, ask, hashOf(token))
    }
    const [due] = await tx.$queryRaw<Omit<DueReset, 'token'>[]>`
      update reset_link l set expires_at = now() + make_interval(mins => ${LINK_MINUTES})
      from person p
      where l.id = ${askId}::uuid and p.id = l.person_id and p.disabled_at is null and l.used_at is null
        and l.sent_at is null and l.asked_at > now() - interval '1 hour'
      returning l.id::text, p.name, p.email, p.locale`
    return due && { ...due, token }
  })
}

async function makeDue(
  tx: Tx,
  ask: { id: string; email: string; personId: string | null; askedAt: Date },
  tokenHash: string,
) {
  const [person] = await tx.$queryRaw<{ id: string }[]>`
    select id::text from person where email = ${ask.email} and disabled_at is null for no key update`
  if (!person) return
  const askedBy = ask.personId === person.id ? 'owner' : 'anybody'
  const { pauseSeconds, inADay } = limits[askedBy]
  // One that still opens the desk lies in the mailbox.
  const [{ tooSoon, tooOften }] = await tx.$queryRaw<[{ tooSoon: boolean; tooOften: boolean }]>`
    select coalesce(bool_or(used_at is null and expires_at > now() and asked_by <> 'machine'
        and asked_at > now() - make_interval(secs => ${pauseSeconds})), false) as "tooSoon",
      count(*) filter (where asked_by = ${askedBy}::reset_asker) >= ${inADay}::int as "tooOften"
    from reset_link where person_id = ${person.id}::uuid and asked_at > now() - interval '24 hours'`
  if (tooSoon || tooOften) return
  const { id, askedAt } = ask
  await tx.resetLink.create({
    data: { id, personId: person.id, tokenHash, askedBy, askedAt, expiresAt: new Date() },
    select: { id: true },
  })
  await record(tx, { via: 'job' }, { kind: 'reset-mailed', about: person.id })
}

/** It has gone out, or never will. */
export const noteResetSent = (id: string) =>
  db.resetLink.updateMany({ where: { id }, data: { sentAt: new Date() } })

// Made of the link's id, so that a mail that has to be sent again is the same mail; its hash alone is kept.
const tokenOf = (id: string) =>
  createHmac('sha256', runtime().secret).update(`chapterhouse reset link\0${id}`).digest('base64url')

/** What is no use to anybody: asks that no job took, and links that are too old to be answered by a new one. */
export async function forgetResets() {
  await db.$executeRaw`delete from reset_ask where asked_at < now() - interval '1 day'`
  await db.$executeRaw`delete from reset_link where asked_at < now() - interval '7 days'`
}
