import { networkOf, record } from '@/lib/audit/commands'
import { db, type Tx } from '@/lib/db/client'
import { inTransaction } from '@/lib/db/in-transaction'
import { runtime } from '@/lib/kernel/env'
import { newId } from '@/lib/kernel/ids'
import { log } from '@/lib/kernel/log'
import { done, refuse } from '@/lib/kernel/result'
import { isTaken } from '../email-change/queries'
import { losesPower, type StaffRole } from '../policy/powers'
import type { SignedIn } from '../sign-in/sign-in'
import { nameByClaims, provedByClaims, roleByClaim, type ProviderRefusal } from './rules'
import { providerClaims, type ProviderClaims } from './schema'

export interface ArrivedByProvider extends SignedIn {
  /** When they have shown the provider who they are, where it says that this was just now. */
  provedAt: Date | undefined
}

type Outcome = { ok: true; value: ArrivedByProvider } | { ok: false; refusal: ProviderRefusal }

interface Known {
  id: string
  role: StaffRole
  sessionVersion: number
  isDisabled: boolean
}

/**
 * Somebody whom the provider has vouched for: `claims` are those of an ID token that was checked. Who they are here is
 * bound once, by an address that the provider has confirmed; from then on its own name of them counts. Where it gives roles,
 * it makes people and changes what they may, at each sign-in. The last admin stays one, whatever it says.
 */
export async function signInByProvider(
  claims: unknown,
  { address }: { address: string },
  now = Date.now(),
): Promise<Outcome> {
  const { provider } = runtime()
  const read = providerClaims.safeParse(claims)
  if (!provider || !read.success) return refuse('failed')
  const from = networkOf(address)
  const role = roleByClaim(read.data, provider.roles)
  const bound = await personBound(provider.issuer, read.data.sub)
  const outcome =
    role === 'none'
      ? refuse('role')
      : await inTransaction((tx) =>
          arrive(tx, { issuer: provider.issuer, claims: read.data, role, bound, from }),
        )
  if (outcome.ok) return done({ ...outcome.value, provedAt: provedByClaims(read.data, now) })
  const by = { via: 'sign-in', personId: bound, from } as const
  await record(db, by, { kind: 'sign-in-refused', about: bound, after: { provider: outcome.refusal } })
  return outcome
}

interface Arriving {
  issuer: string
  claims: ProviderClaims
  role: StaffRole | undefined
  bound: string | undefined
  from: string | undefined
}

async function arrive(tx: Tx, { issuer, claims, role, bound, from }: Arriving) {
  const found = bound ?? (await foundByAddress(tx, claims, role))
  if (typeof found === 'object') return found
  const { person, isLastAdmin } = await locked(tx, found)
  // Removed, or bound anew, at this moment.
  if (!person) return refuse('unknown')
  if (person.isDisabled) return refuse('disabled')
  const by = { via: 'sign-in', personId: person.id, from } as const
  if (!bound) {
    const binding = await bind(tx, issuer, claims.sub, person.id)
    if (binding === 'other') return refuse('other')
    if (binding === 'new') await record(tx, by, { kind: 'provider-bound', about: person.id })
  }
  const isKept = isLastAdmin && role !== undefined && role !== 'admin'
  if (isKept) log.warn('the provider makes nobody an admin: the last one stays one')
  const becomes = isKept ? person.role : (role ?? person.role)
  const sessionVersion = await changed(tx, person, becomes)
  if (becomes !== person.role)
    await record(tx, by, {
      kind: 'role-changed',
      about: person.id,
      before: { role: person.role },
      after: { role: becomes },
    })
  await record(tx, by, { kind: 'signed-in', about: person.id })
  return done({ personId: person.id, sessionVersion })
}

async function personBound(issuer: string, subject: string) {
  const account = await db.providerAccount.findUnique({
    where: { issuer_subject: { issuer, subject } },
    select: { personId: true },
  })
  return account?.personId
}

/** Who has the address that the provider has confirmed, made now where it gives roles. */
async function foundByAddress(tx: Tx, claims: ProviderClaims, role: StaffRole | undefined) {
  const { email, email_verified: isConfirmed } = claims
  if (!email || isConfirmed !== true) return refuse('address')
  const there = await personAt(tx, email)
  if (there) return there
  if (!role) return refuse('unknown')
  const id = newId()
  const name = nameByClaims(claims, email)
  const { count } = await tx.person.createMany({ data: { id, name, email, role }, skipDuplicates: true })
  // Somebody else has made them at this moment.
  if (count === 0) return (await personAt(tx, email)) ?? refuse('unknown')
  // An address that somebody is taking back is nobody else's meanwhile.
  if (await isTaken(tx, email, id)) return refuse('unknown')
  await record(tx, { via: 'sign-in', personId: id }, { kind: 'person-added', about: id, after: { role } })
  return id
}

const personAt = async (tx: Tx, email: string) =>
  (await tx.person.findUnique({ where: { email }, select: { id: true } }))?.id

/**
 * The person's row, and those of all admins, in the one order in which everybody locks them: so two who are the last admins
 * are not made editors at one moment.
 */
async function locked(tx: Tx, personId: string) {
  const rows = await tx.$queryRaw<Known[]>`
    select id::text, role::text, session_version as "sessionVersion", disabled_at is not null as "isDisabled"
    from person
    where removed_at is null and (id = ${personId}::uuid or role = 'admin' and disabled_at is null)
    order by id for no key update`
  const isAdmin = ({ role, isDisabled }: Known) => role === 'admin' && !isDisabled
  return {
    person: rows.find(({ id }) => id === personId),
    isLastAdmin: rows.filter(isAdmin).every(({ id }) => id === personId),
  }
}

/** Binds an account to a person who has none there; of two sign-ins at one moment, the second finds it done. */
async function bind(tx: Tx, issuer: string, subject: string, personId: string) {
  const { count } = await tx.providerAccount.createMany({
    data: { issuer, subject, personId },
    skipDuplicates: true,
  })
  if (count > 0) return 'new'
  const account = await tx.providerAccount.findUnique({
    where: { issuer_subject: { issuer, subject } },
    select: { personId: true },
  })
  return account?.personId === personId ? 'there' : 'other'
}

async function changed(tx: Tx, person: Known, role: StaffRole) {
  if (role === person.role) return person.sessionVersion
  const { sessionVersion } = await tx.person.update({
    where: { id: person.id },
    data: { role, ...(losesPower(person.role, role) && { sessionVersion: { increment: 1 } }) },
    select: { sessionVersion: true },
  })
  return sessionVersion
}
