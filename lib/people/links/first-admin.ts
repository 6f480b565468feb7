import { record } from '@/lib/audit/commands'
import { db, type Tx } from '@/lib/db/client'
import { inTransaction } from '@/lib/db/in-transaction'
import { lockFor } from '@/lib/db/locks'
import { newId } from '@/lib/kernel/ids'
import { done, refuse } from '@/lib/kernel/result'
import { hashInTurn, TooBusy } from '../sign-in/in-turn'
import { forgetBrowsersOf } from '../sign-in/browser-commands'
import { endLinksOf } from './commands'
import { hashPassword, passwordMatches } from '../sign-in/passwords'
import { newPerson, problemsOf } from '../schema'
import { afterFirstStep } from '../second-factor/step-commands'
import { hashOf, newToken, setupLinkPath } from './setup-link'

const LINK_HOURS = 24

/** What the e-mail and password of the settings are worth: `good` opens the desk, every other word says why not. */
type SettingsAdmin = 'unset' | 'good' | 'other password' | 'disabled' | 'nobody'

export type FirstAdmin =
  { kind: 'exists' | 'made'; settings: SettingsAdmin; email?: string } | { kind: 'link'; path: string }

/** Sees to it that somebody can sign in: an admin from the settings, or a one-time link for making one. */
export async function ensureFirstAdmin(given: { email?: string; password?: string }): Promise<FirstAdmin> {
  if (await adminExists(db)) return { kind: 'exists', ...(await settingsAdmin(given)) }
  if (given.email && given.password) {
    const data = await personData({
      name: 'Admin',
      email: given.email.toLowerCase(),
      password: given.password,
    })
    const made = await alone(async (tx) => {
      if (await adminExists(tx)) return false
      const { id } = await makeAdmin(tx, data)
      await record(tx, { via: 'machine' }, { kind: 'first-admin-made', about: id })
      return true
    })
    return { kind: made ? 'made' : 'exists', ...(await settingsAdmin(given)) }
  }
  const token = newToken()
  await db.$transaction([
    db.$executeRaw`delete from setup_link where expires_at < now()`,
    db.$executeRaw`insert into setup_link (token_hash, expires_at)
      values (${hashOf(token)}, now() + make_interval(hours => ${LINK_HOURS}))`,
  ])
  return { kind: 'link', path: setupLinkPath(token) }
}

/** Once somebody is there they choose their own password: what the settings say may open nothing any more. */
async function settingsAdmin(given: { email?: string; password?: string }) {
  if (!given.email || !given.password) return { settings: 'unset' } as const
  const email = given.email.toLowerCase()
  const person = await db.person.findUnique({
    where: { email },
    select: { passwordHash: true, disabledAt: true },
  })
  if (!person) return { settings: 'nobody', email } as const
  if (person.disabledAt) return { settings: 'disabled', email } as const
  const isTheirs = await hashInTurn('owner', () => passwordMatches(given.password!, person.passwordHash))
  return { settings: isTheirs ? 'good' : 'other password', email } as const
}

/** Does this link still open the door? */
export async function welcomeIsOpen(token: unknown): Promise<boolean> {
  return typeof token === 'string' && !(await adminExists(db)) && (await openLink(db, token))
}

/** The first admin says who they are. The link works once, and only as long as there is no admin. */
export async function welcome(token: unknown, fields: unknown) {
  const input = newPerson.safeParse(fields)
  if (!input.success) return { ok: false, refusal: 'problems', problems: problemsOf(input.error) } as const
  if (!(await welcomeIsOpen(token))) return refuse('link-dead')
  try {
    const data = await personData(input.data)
    const made = await alone(async (tx) => {
      if ((await adminExists(tx)) || !(await openLink(tx, token as string))) return refuse('link-dead')
      await tx.$executeRaw`update setup_link set used_at = now() where token_hash = ${hashOf(token as string)}`
      const { id, sessionVersion } = await makeAdmin(tx, data)
      await record(tx, { via: 'link', personId: id }, { kind: 'first-admin-made', about: id })
      return done({ personId: id, sessionVersion })
    })
    return made.ok ? await afterFirstStep(made.value) : made
  } catch (error) {
    if (error instanceof TooBusy) return refuse('unavailable')
    throw error
  }
}

/** Can anybody open the desk to others? An admin who has set no password yet cannot. */
export const adminExists = async (tx: Tx) =>
  (await tx.person.findFirst({
    where: { role: 'admin', disabledAt: null, passwordHash: { not: null } },
    select: { id: true },
  })) !== null

async function openLink(tx: Tx, token: string) {
  const found = await tx.$queryRaw<unknown[]>`
    select 1 from setup_link
    where token_hash = ${hashOf(token)} and person_id is null and used_at is null and expires_at > now()`
  return found.length > 0
}

const personData = async ({ name, email, password }: { name: string; email: string; password: string }) =>
  ({ id: newId(), name, email, role: 'admin', passwordHash: await hashPassword(password) }) as const

// Somebody who was here with this e-mail becomes the admin, with the new password and no older session, link or browser.
async function makeAdmin(tx: Tx, data: Awaited<ReturnType<typeof personData>>) {
  const { id: _own, ...rest } = data
  const person = await tx.person.upsert({
    where: { email: data.email },
    create: data,
    update: { ...rest, disabledAt: null, sessionVersion: { increment: 1 } },
    select: { id: true, sessionVersion: true },
  })
  await endLinksOf(tx, person.id)
  await forgetBrowsersOf(tx, person.id)
  return person
}

/** One at a time, on every process and machine. */
export const alone = <Value>(work: (tx: Tx) => Promise<Value>) =>
  inTransaction(async (tx) => {
    await lockFor(tx, 'firstAdmin') // two processes that start together must not both make one
    return work(tx)
  })
