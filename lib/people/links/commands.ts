import { record } from '@/lib/audit/commands'
import type { Tx } from '@/lib/db/client'
import { inTransaction } from '@/lib/db/in-transaction'
import { enqueue } from '@/lib/jobs/enqueue'
import { runtime } from '@/lib/kernel/env'
import { newId } from '@/lib/kernel/ids'
import { done, refuse } from '@/lib/kernel/result'
import { forgetBrowsersOf } from '../sign-in/browser-commands'
import { TooBusy } from '../sign-in/in-turn'
import { hashPassword } from '../sign-in/passwords'
import { chosenPassword, problemsOf } from '../schema'
import { endFactorsOf } from '../second-factor/end-commands'
import { afterFirstStep } from '../second-factor/step-commands'
import { hashOf, newToken, setupLinkPath } from './setup-link'
import { invitationToken } from './invitation-queries'
import { sendInvitationJob } from './jobs'
import { personOfLink } from '../accounts/queries'

const LINK_DAYS = 7

/** The person's one link, mailed to them where there is a mail server; an admin may also send it themselves. */
export async function mailLink(tx: Tx, { personId, email }: { personId: string; email: string }) {
  if (!runtime().sendsMail) return { ...(await giveLink(tx, personId)), mailedTo: undefined }
  const linkId = newId()
  await enqueue(tx, sendInvitationJob, { linkId })
  return { ...(await giveLink(tx, personId, invitationToken(linkId))), mailedTo: email }
}

/** The person's one link; whatever they had before works no more. The token is told here and never again. */
export async function giveLink(tx: Tx, personId: string, token = newToken()) {
  const [link] = await tx.$queryRaw<[{ until: Date }]>`
    insert into setup_link (token_hash, person_id, expires_at)
    values (${hashOf(token)}, ${personId}::uuid, now() + make_interval(days => ${LINK_DAYS}))
    on conflict (person_id) do update
      set token_hash = excluded.token_hash, expires_at = excluded.expires_at, used_at = null
    returning expires_at as until`
  return { path: setupLinkPath(token), until: link.until }
}

/**
 * Whoever holds a link sets that person's password. It works once; every older session, every other link and every
 * known browser ends with it. What is asked beside the password stays, unless the link was printed on the site's own
 * machine and its holder wishes otherwise: `factors: 'off'`.
 */
export async function setPassword(token: unknown, fields: unknown) {
  const input = chosenPassword.safeParse(fields)
  if (!input.success) return { ok: false, refusal: 'problems', problems: problemsOf(input.error) } as const
  // Hashing is heavy: only a link that works is worth it.
  if (!(await personOfLink(token))) return refuse('link-dead')
  try {
    const { password, factors } = input.data
    const used = await useLink(hashOf(token as string), await hashPassword(password), factors)
    return used.ok ? await afterFirstStep(used.value) : used
  } catch (error) {
    if (error instanceof TooBusy) return refuse('unavailable')
    throw error
  }
}

// The person's row first and the link's second, as in the commands of the staff: so nobody waits in a circle.
const useLink = (tokenHash: string, passwordHash: string, factors: 'off' | undefined) =>
  inTransaction(async (tx) => {
    const [person] = await tx.$queryRaw<{ id: string; isPrinted: boolean }[]>`
      select p.id::text, exists (
        select from reset_link where token_hash = ${tokenHash} and asked_by = 'machine') as "isPrinted"
      from person p
      where p.disabled_at is null and p.id in (
        select person_id from setup_link where token_hash = ${tokenHash}
        union all select person_id from reset_link where token_hash = ${tokenHash})
      for no key update of p`
    if (!person) return refuse('link-dead')
    // The way back in that is left where a provider is the only one: a link printed on the site's own machine.
    if (runtime().isWithoutPasswords && !person.isPrinted) return refuse('passwords-off')
    if (!(await useUp(tx, tokenHash))) return refuse('link-dead')
    await endLinksOf(tx, person.id)
    await forgetBrowsersOf(tx, person.id)
    if (person.isPrinted && factors === 'off') await endFactorsOf(tx, person.id)
    const { id, sessionVersion } = await tx.person.update({
      where: { id: person.id },
      data: { passwordHash, sessionVersion: { increment: 1 } },
      select: { id: true, sessionVersion: true },
    })
    await record(tx, { via: 'link', personId: id }, { kind: 'password-set', about: id })
    return done({ personId: id, sessionVersion })
  })

async function useUp(tx: Tx, tokenHash: string) {
  const used =
    (await tx.$executeRaw`
      update setup_link set used_at = now()
      where token_hash = ${tokenHash} and used_at is null and expires_at > now()`) +
    (await tx.$executeRaw`
      update reset_link set used_at = now()
      where token_hash = ${tokenHash} and used_at is null and expires_at > now()`)
  return used > 0
}

/** No link of this person opens anything any more. What was mailed stays counted, and can be answered by a new one. */
export async function endLinksOf(tx: Tx, personId: string) {
  await tx.$executeRaw`delete from setup_link where person_id = ${personId}::uuid and used_at is null`
  await tx.$executeRaw`
    update reset_link set expires_at = now()
    where person_id = ${personId}::uuid and used_at is null and expires_at > now()`
}
