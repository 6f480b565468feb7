import { record } from '@/lib/audit/commands'
import type { Tx } from '@/lib/db/client'
import { newId } from '@/lib/kernel/ids'
import { done, refuse, type Result } from '@/lib/kernel/result'
import { setAddress } from '../email-change/commands'
import { isTaken } from '../email-change/queries'
import { endLinksOf } from './commands'
import { adminExists, alone } from './first-admin'
import type { StaffRole } from '../policy/powers'
import { forgottenPassword } from '../schema'
import { hashOf, newToken, setupLinkPath } from './setup-link'

const LINK_MINUTES = 60

export interface RecoveryWish {
  /** Somebody who is disabled works here again. */
  enable?: boolean
  /** Somebody whom nobody knows becomes an admin, though there is one. */
  createAdmin?: boolean
  /** The person is reached at another address from now on. */
  newEmail?: string
}

export interface Recovery {
  /** What became of the person: there is an admin who was not one before, or everything is as it was. */
  became: 'admin' | 'what they were'
  isNew: boolean
  email: string
  path: string
  until: Date
}

/**
 * A one-time link for whoever is at the site's own machine: nothing else is asked of them. Where there is no admin who
 * can sign in, the person becomes one, or is made.
 */
export async function recover(
  email: unknown,
  wish: RecoveryWish = {},
): Promise<Result<Recovery, 'email-wrong' | 'nobody' | 'disabled' | 'email-taken'>> {
  const input = forgottenPassword.safeParse({ email })
  const moved = forgottenPassword.safeParse({ email: wish.newEmail ?? email })
  if (!input.success || !moved.success) return refuse('email-wrong')
  return alone(async (tx) => {
    const isWanted = !(await adminExists(tx))
    const person = await lockedPerson(tx, input.data.email)
    if (!person && (wish.newEmail || (!isWanted && !wish.createAdmin))) return refuse('nobody')
    if (person?.disabledAt && !wish.enable) return refuse('disabled')
    const becomesAdmin = !person || (isWanted && person.role !== 'admin')
    const id = person?.id ?? newId()
    if (wish.newEmail && (await isTaken(tx, moved.data.email, id))) return refuse('email-taken')
    if (!person) await makeAdmin(tx, id, input.data.email)
    else if (person.disabledAt || becomesAdmin) await bringBack(tx, id, { asAdmin: becomesAdmin })
    const became = becomesAdmin ? 'admin' : 'what they were'
    await recordRecovery(tx, id, { was: person?.role, isAdminNow: becomesAdmin })
    if (wish.newEmail) await moveTo(tx, id, moved.data.email)
    return done({ became, isNew: !person, email: moved.data.email, ...(await printedLink(tx, id)) })
  })
}

const recordRecovery = (
  tx: Tx,
  about: string,
  { was, isAdminNow }: { was?: StaffRole; isAdminNow: boolean },
) =>
  record(
    tx,
    { via: 'machine' },
    {
      kind: 'recovered',
      about,
      before: { role: was ?? null },
      after: { role: isAdminNow ? 'admin' : (was ?? null) },
    },
  )

/** What somebody is called until they say so: what stands before the @ of an address, which is ASCII. */
export const nameIn = (email: string) => email.split('@')[0]!.slice(0, 100)

const makeAdmin = (tx: Tx, id: string, email: string) =>
  tx.person.create({
    data: { id, email, name: nameIn(email), role: 'admin' },
    select: { id: true },
  })

/** What lies in the old mailbox opens nothing any more. */
async function moveTo(tx: Tx, personId: string, email: string) {
  await tx.emailChange.deleteMany({ where: { personId } })
  await endLinksOf(tx, personId)
  await setAddress(tx, personId, email)
}

const bringBack = (tx: Tx, id: string, { asAdmin }: { asAdmin: boolean }) =>
  tx.person.update({
    where: { id },
    data: { disabledAt: null, ...(asAdmin && { role: 'admin' }), sessionVersion: { increment: 1 } },
    select: { id: true },
  })

async function lockedPerson(tx: Tx, email: string) {
  const [person] = await tx.$queryRaw<{ id: string; role: StaffRole; disabledAt: Date | null }[]>`
    select id::text, role::text, disabled_at as "disabledAt" from person
    where email = ${email} for no key update`
  return person
}

async function printedLink(tx: Tx, personId: string) {
  const token = newToken()
  const [{ until }] = await tx.$queryRaw<[{ until: Date }]>`
    insert into reset_link (id, person_id, token_hash, asked_by, sent_at, expires_at)
    values (${newId()}::uuid, ${personId}::uuid, ${hashOf(token)}, 'machine', now(),
      now() + make_interval(mins => ${LINK_MINUTES}))
    returning expires_at as until`
  return { path: setupLinkPath(token), until }
}
