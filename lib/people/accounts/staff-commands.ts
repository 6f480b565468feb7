import { record } from '@/lib/audit/commands'
import { enqueue } from '@/lib/jobs/enqueue'
import { done, refuse } from '@/lib/kernel/result'
import type { Tx } from '@/lib/db/client'
import { endLinksOf } from '../links/commands'
import { endFactorsOf } from '../second-factor/end-commands'
import { ensure, type StaffActor } from '../permissions'
import { moderatedLanguages, namedPerson, removal } from '../schema'
import { forgetBrowsersOf } from '../sign-in/browser-commands'
import { changing, managing } from './commands'
import { eraseAddressJob } from './jobs'

/** All of somebody's sessions end, wherever they are. Their password still opens the desk. */
export async function endSessionsOf(actor: StaffActor, input: unknown) {
  ensure(actor, 'manage people')
  const read = namedPerson.safeParse(input)
  if (!read.success) return refuse('not-found')
  const { personId } = read.data
  return changing(actor, personId, async (tx) => {
    const { count: number } = await tx.deskSession.deleteMany({ where: { personId } })
    await tx.person.update({
      where: { id: personId },
      data: { sessionVersion: { increment: 1 } },
      select: { id: true },
    })
    await record(tx, actor, { kind: 'sessions-ended', about: personId, after: { number } })
  })
}

/** The languages whose comments somebody moderates; none is all of them. */
export async function setLanguages(actor: StaffActor, input: unknown) {
  ensure(actor, 'manage people')
  const read = moderatedLanguages.safeParse(input)
  if (!read.success) return refuse('form-broken')
  const { personId, languages } = read.data
  return managing(actor, personId, async (tx, person) => {
    if (!person) return refuse('not-found')
    const where = { id: personId }
    const { moderates } = await tx.person.findUniqueOrThrow({ where, select: { moderates: true } })
    await tx.person.update({ where, data: { moderates: languages }, select: { id: true } })
    const [before, after] = [{ languages: named(moderates) }, { languages: named(languages) }]
    if (before.languages !== after.languages)
      await record(tx, actor, { kind: 'languages-set', about: personId, before, after })
    return done({ personId, name: person.name })
  })
}

const named = (languages: readonly string[]) => languages.join(' ') || 'all'

/**
 * Somebody works here no more. Their name stays on what they wrote and decided; their address, password, links, sessions
 * and browsers go. It cannot be undone: with the same address they would be somebody new.
 */
export async function removePerson(actor: StaffActor, input: unknown) {
  ensure(actor, 'manage people')
  const named = namedPerson.safeParse(input)
  if (!named.success) return refuse('not-found')
  if (!removal.safeParse(input).success) return refuse('removal-unsure')
  const { personId } = named.data
  return changing(actor, personId, async (tx, person) => {
    await forgetWaysIn(tx, personId)
    const now = new Date()
    await tx.person.update({
      where: { id: personId },
      data: {
        email: null,
        passwordHash: null,
        locale: null,
        zone: null,
        lastSeenAt: null,
        moderates: [],
        removedAt: now,
        disabledAt: person.disabledAt ?? now,
        sessionVersion: { increment: 1 },
      },
      select: { id: true },
    })
    await record(tx, actor, { kind: 'person-removed', about: personId, before: { role: person.role } })
    await enqueue(tx, eraseAddressJob, { personId })
  })
}

async function forgetWaysIn(tx: Tx, personId: string) {
  const where = { personId }
  await tx.setupLink.deleteMany({ where })
  await endLinksOf(tx, personId)
  await tx.resetLink.deleteMany({ where })
  await tx.$executeRaw`
    delete from reset_ask a using person p
    where p.id = ${personId}::uuid and (a.person_id = p.id or a.email = p.email)`
  await forgetBrowsersOf(tx, personId)
  await tx.deskSession.deleteMany({ where })
  await tx.emailChange.deleteMany({ where })
  await endFactorsOf(tx, personId)
}
