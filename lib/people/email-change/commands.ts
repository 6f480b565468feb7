import { record } from '@/lib/audit/commands'
import { db, type Tx } from '@/lib/db/client'
import { inTransaction } from '@/lib/db/in-transaction'
import { Prisma } from '@/lib/db/generated/client'
import { enqueue } from '@/lib/jobs/enqueue'
import { runtime } from '@/lib/kernel/env'
import { newId } from '@/lib/kernel/ids'
import { done, refuse } from '@/lib/kernel/result'
import { endLinksOf } from '../links/commands'
import { hashOf } from '../links/setup-link'
import { ensure, type StaffActor } from '../permissions'
import { emailChange, mailedLink, problemsOf } from '../schema'
import { provePassword } from '../sign-in/prove-commands'
import type { Visitor } from '../sign-in/sign-in'
import { sendEmailChangeJob } from './jobs'
import { isTaken, openChange, STOP_DAYS } from './queries'
import { confirmToken, stopToken } from './tokens'

// Each sends a mail to an address that may be anybody's.
const MOST_IN_A_DAY = 5

/**
 * Somebody wants another e-mail address, and shows that they know their password. Two mails go out: to the new address,
 * which is asked, and to the old one, which can stop it.
 */
export async function askEmailChange(actor: StaffActor, fields: unknown, visitor: Visitor, now = Date.now()) {
  ensure(actor, 'change own account')
  if (!runtime().sendsMail) return refuse('no-mail')
  const input = emailChange.safeParse(fields)
  if (!input.success) return { ok: false, refusal: 'problems', problems: problemsOf(input.error) } as const
  const proof = await provePassword(actor, input.data.current, visitor, now)
  if (!proof.ok) return proof
  return inTransaction((tx) => noteChange(tx, actor, input.data.email))
}

async function noteChange(tx: Tx, actor: StaffActor, toEmail: string) {
  const personId = actor.id
  const fromEmail = await lockedAddress(tx, personId)
  if (!fromEmail) return refuse('not-signed-in')
  if (fromEmail === toEmail) return problem('email-same')
  if (await isTaken(tx, toEmail, personId)) return problem('email-taken')
  const asked = await tx.emailChange.count({
    where: { personId, askedAt: { gt: new Date(Date.now() - 86_400_000) } },
  })
  if (asked >= MOST_IN_A_DAY) return refuse('emails-many')
  await endOpenChanges(tx, personId)
  const id = newId()
  await tx.emailChange.create({
    data: {
      id,
      personId,
      fromEmail,
      toEmail,
      confirmHash: hashOf(confirmToken(id)),
      stopHash: hashOf(stopToken(id)),
    },
    select: { id: true },
  })
  await record(tx, actor, { kind: 'email-asked', about: personId })
  for (const mail of ['confirm', 'asked'] as const)
    await enqueue(tx, sendEmailChangeJob, { changeId: id, mail })
  return done({ email: toEmail })
}

const problem = (code: string) => ({ ok: false, refusal: 'problems', problems: { email: code } }) as const

/** Whoever asked thinks better of it. */
export async function cancelEmailChange(actor: StaffActor) {
  ensure(actor, 'change own account')
  return inTransaction(async (tx) => {
    const { count } = await endOpenChanges(tx, actor.id)
    if (count > 0) await record(tx, actor, { kind: 'email-cancelled', about: actor.id })
    return done(undefined)
  })
}

const endOpenChanges = (tx: Tx, personId: string) =>
  tx.emailChange.updateMany({
    where: { personId, confirmedAt: null, endedAt: null },
    data: { endedAt: new Date() },
  })

/** Whoever reads the new address, and is in as its owner, makes it theirs. Links that lie in the old mailbox end. */
export async function confirmEmailChange(actor: StaffActor, input: unknown) {
  ensure(actor, 'change own account')
  const read = mailedLink.safeParse(input)
  if (!read.success) return refuse('change-dead')
  return orTaken(() =>
    inTransaction(async (tx) => {
      const before = await lockedAddress(tx, actor.id)
      const change = before && (await openChange(tx, actor.id, read.data.token))
      if (!change || change.fromEmail !== before) return refuse('change-dead')
      if (await isTaken(tx, change.toEmail, actor.id)) return refuse('email-taken')
      await setAddress(tx, actor.id, change.toEmail)
      await tx.emailChange.update({
        where: { id: change.id },
        data: { confirmedAt: new Date() },
        select: { id: true },
      })
      await endLinksOf(tx, actor.id)
      await record(tx, actor, { kind: 'email-changed', about: actor.id })
      await enqueue(tx, sendEmailChangeJob, { changeId: change.id, mail: 'changed' })
      return done({ email: change.toEmail })
    }),
  )
}

/** Of two who take one address at the same moment, the second is told so. */
export async function orTaken<Outcome>(work: () => Promise<Outcome>) {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002')
      return refuse('email-taken')
    throw error
  }
}

export const setAddress = (tx: Tx, personId: string, email: string) =>
  tx.person.update({ where: { id: personId }, data: { email }, select: { id: true } })

/** The address of somebody who works here, whose row is ours until the end of the transaction. */
export async function lockedAddress(tx: Tx, personId: string): Promise<string | undefined> {
  const [person] = await tx.$queryRaw<{ email: string | null }[]>`
    select email from person where id = ${personId}::uuid and disabled_at is null for no key update`
  return person?.email ?? undefined
}

/** Changes that can neither be confirmed nor taken back. */
export const forgetEmailChanges = () =>
  db.$executeRaw`
    delete from email_change where greatest(asked_at, confirmed_at) < now() - make_interval(days => ${STOP_DAYS})`
