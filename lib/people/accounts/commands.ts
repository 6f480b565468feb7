import { record } from '@/lib/audit/commands'
import type { Tx } from '@/lib/db/client'
import { inTransaction } from '@/lib/db/in-transaction'
import { newId } from '@/lib/kernel/ids'
import { done, refuse } from '@/lib/kernel/result'
import { forgetBrowsersOf } from '../sign-in/browser-commands'
import { isTaken } from '../email-change/queries'
import { endLinksOf, mailLink } from '../links/commands'
import { ensure, type StaffActor } from '../permissions'
import { losesPower, type StaffRole } from '../policy/powers'
import { addedPerson, namedPerson, problemsOf, roleChange } from '../schema'

/** Somebody new, who comes in by a link and sets a password there. */
export async function addPerson(actor: StaffActor, input: unknown) {
  ensure(actor, 'manage people')
  const read = addedPerson.safeParse(input)
  if (!read.success) return problem(problemsOf(read.error))
  const id = newId()
  return managing(actor, id, async (tx) => {
    if (await isTaken(tx, read.data.email, id)) return problem({ email: 'email-taken' })
    const { count } = await tx.person.createMany({ data: { id, ...read.data }, skipDuplicates: true })
    if (count === 0) return problem({ email: 'email-taken' })
    await record(tx, actor, { kind: 'person-added', about: id, after: { role: read.data.role } })
    return done({
      personId: id,
      name: read.data.name,
      ...(await mailLink(tx, { personId: id, email: read.data.email })),
    })
  })
}

/** A new link for who has lost theirs, or the password. The one before it works no more. */
export async function makeLink(actor: StaffActor, input: unknown) {
  ensure(actor, 'manage people')
  const read = namedPerson.safeParse(input)
  if (!read.success) return refuse('not-found')
  const { personId } = read.data
  return managing(actor, personId, async (tx, person) => {
    if (!person) return refuse('not-found')
    if (person.disabledAt) return refuse('person-disabled')
    await record(tx, actor, { kind: 'link-made', about: personId })
    return done({ personId, name: person.name, ...(await mailLink(tx, { personId, email: person.email })) })
  })
}

export async function changeRole(actor: StaffActor, input: unknown) {
  ensure(actor, 'manage people')
  const read = roleChange.safeParse(input)
  if (!read.success) return refuse('not-found')
  const { personId, role } = read.data
  return changing(actor, personId, async (tx, person) => {
    if (person.role === role) return
    await tx.person.update({
      where: { id: personId },
      data: { role, ...(losesPower(person.role, role) && endsSessions) },
      select: { id: true },
    })
    const [before, after] = [{ role: person.role }, { role }]
    await record(tx, actor, { kind: 'role-changed', about: personId, before, after })
  })
}

/** Ends every way in: sessions, password, links and known browsers. What the person wrote and decided stays theirs. */
export async function disablePerson(actor: StaffActor, input: unknown) {
  ensure(actor, 'manage people')
  const read = namedPerson.safeParse(input)
  if (!read.success) return refuse('not-found')
  const { personId } = read.data
  return changing(actor, personId, async (tx, person) => {
    if (person.disabledAt) return
    await tx.person.update({
      where: { id: personId },
      data: { disabledAt: new Date(), ...endsSessions },
      select: { id: true },
    })
    await tx.setupLink.deleteMany({ where: { personId } })
    await endLinksOf(tx, personId)
    await forgetBrowsersOf(tx, personId)
    await record(tx, actor, { kind: 'person-disabled', about: personId })
  })
}

/** The password counts again; sessions from before do not. */
export async function enablePerson(actor: StaffActor, input: unknown) {
  ensure(actor, 'manage people')
  const read = namedPerson.safeParse(input)
  if (!read.success) return refuse('not-found')
  const { personId } = read.data
  return changing(actor, personId, async (tx, person) => {
    if (!person.disabledAt) return
    await tx.person.update({ where: { id: personId }, data: { disabledAt: null }, select: { id: true } })
    await record(tx, actor, { kind: 'person-enabled', about: personId })
  })
}

const problem = (problems: ReturnType<typeof problemsOf>) =>
  ({ ok: false, refusal: 'problems', problems }) as const

const endsSessions = { sessionVersion: { increment: 1 } }

interface LockedPerson {
  id: string
  name: string
  email: string
  role: StaffRole
  disabledAt: Date | null
}

/**
 * Nobody changes themselves: so whoever makes a change is an enabled admin before it and after it, and there
 * is always one. That holds for changes at one moment too, because `managing` locks both rows.
 */
export async function changing(
  actor: StaffActor,
  personId: string,
  work: (tx: Tx, person: LockedPerson) => Promise<void>,
) {
  ensure(actor, 'manage people')
  return managing(actor, personId, async (tx, person) => {
    if (!person) return refuse('not-found')
    if (personId === actor.id) return refuse('yourself')
    await work(tx, person)
    return done({ personId, name: person.name })
  })
}

/**
 * Locks the rows of the actor and of the person, in one order for everybody, and looks at the actor once more:
 * of two admins who demote each other at once, the second is an editor by now.
 */
export async function managing<Outcome>(
  actor: StaffActor,
  personId: string,
  work: (tx: Tx, person: LockedPerson | undefined) => Promise<Outcome>,
) {
  ensure(actor, 'manage people')
  return inTransaction(async (tx) => {
    const locked = await tx.$queryRaw<LockedPerson[]>`
      select id::text, name, email, role::text, disabled_at as "disabledAt" from person
      where id in (${actor.id}::uuid, ${personId}::uuid) and removed_at is null
      order by id for no key update`
    const now = locked.find(({ id, disabledAt }) => id === actor.id && !disabledAt)
    ensure(now, 'manage people')
    return work(
      tx,
      locked.find(({ id }) => id === personId),
    )
  })
}
