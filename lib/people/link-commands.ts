import type { Tx } from '@/lib/db/client'
import { inTransaction } from '@/lib/db/in-transaction'
import { done, refuse } from '@/lib/kernel/result'
import { TooBusy } from './in-turn'
import { hashPassword } from './passwords'
import { chosenPassword, problemsOf } from './schema'
import { hashOf, newToken, pathOf } from './setup-link'
import { forgetAccount } from './sign-in-limits'
import { personOfLink } from './staff-queries'

const LINK_DAYS = 7

/** The person's one link; whatever they had before works no more. The token is told here and never again. */
export async function giveLink(tx: Tx, personId: string) {
  const token = newToken()
  const [link] = await tx.$queryRaw<[{ until: Date }]>`
    insert into setup_link (token_hash, person_id, expires_at)
    values (${hashOf(token)}, ${personId}::uuid, now() + make_interval(days => ${LINK_DAYS}))
    on conflict (person_id) do update
      set token_hash = excluded.token_hash, expires_at = excluded.expires_at, used_at = null
    returning expires_at as until`
  return { path: pathOf(token), until: link.until }
}

/** Whoever holds the link sets that person's password. It works once, and every older session ends. */
export async function setPassword(token: unknown, fields: unknown) {
  const input = chosenPassword.safeParse(fields)
  if (!input.success) return { ok: false, refusal: 'problems', problems: problemsOf(input.error) } as const
  // Hashing is heavy: only a link that works is worth it.
  const known = await personOfLink(token)
  if (!known) return refuse('link-dead')
  try {
    const passwordHash = await hashPassword(input.data.password)
    const outcome = await useLink(hashOf(token as string), passwordHash)
    if (outcome.ok) await forgetAccount(known.email)
    return outcome
  } catch (error) {
    if (error instanceof TooBusy) return refuse('unavailable')
    throw error
  }
}

// The person's row first and the link's second, as in the commands of the staff: so nobody waits in a circle.
const useLink = (tokenHash: string, passwordHash: string) =>
  inTransaction(async (tx) => {
    const [person] = await tx.$queryRaw<{ id: string }[]>`
      select p.id::text from person p join setup_link l on l.person_id = p.id
      where l.token_hash = ${tokenHash} and p.disabled_at is null for no key update of p`
    const used = await tx.$executeRaw`
      update setup_link set used_at = now()
      where token_hash = ${tokenHash} and used_at is null and expires_at > now()`
    if (!person || used === 0) return refuse('link-dead')
    const { id, sessionVersion } = await tx.person.update({
      where: { id: person.id },
      data: { passwordHash, sessionVersion: { increment: 1 } },
      select: { id: true, sessionVersion: true },
    })
    return done({ personId: id, sessionVersion })
  })
