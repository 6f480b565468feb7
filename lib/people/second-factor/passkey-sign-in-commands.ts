import { createHash, randomBytes } from 'node:crypto'
import { generateAuthenticationOptions, verifyAuthenticationResponse } from '@simplewebauthn/server'
import { db } from '@/lib/db/client'
import { runtime } from '@/lib/kernel/env'
import { uuidOfHash } from '@/lib/kernel/ids'
import type { SignedIn } from '../sign-in/sign-in'
import { inTransaction } from '@/lib/db/in-transaction'
import { CHALLENGE_SECONDS, relyingPartyAt } from './rules'
import { signedByPasskey } from './schema'
import { readTicket, ticket } from './tickets'
import { useOnce } from './used-commands'

/** What the browser is to have signed, and the ticket that it brings back with it. */
export async function passkeyQuestion(now = Date.now()) {
  const { secret, siteUrl } = runtime()
  const site = relyingPartyAt(siteUrl)
  if (!site) return undefined
  const options = await generateAuthenticationOptions({
    rpID: site.id,
    challenge: new Uint8Array(randomBytes(32)),
    userVerification: 'required',
    timeout: CHALLENGE_SECONDS * 1_000,
  })
  return { options, challenge: ticket(secret, 'ask', options.challenge, now + CHALLENGE_SECONDS * 1_000) }
}

/**
 * Whose passkey has signed our question, once. Nobody's, in the same words, when it is unknown, when its owner is
 * disabled, or when anything about it is wrong: which of them it was is told to nobody.
 */
export async function signedByItsOwner(
  input: { response?: unknown; challenge?: string },
  now = Date.now(),
): Promise<SignedIn | undefined> {
  const { secret, siteUrl } = runtime()
  const [site, asked] = [relyingPartyAt(siteUrl), readTicket(secret, 'ask', input.challenge, now)]
  const response = signedByPasskey.safeParse(input.response)
  if (!site || !asked || !response.success) return undefined
  const key = await db.passkey.findUnique({
    where: { id: response.data.id, person: { disabledAt: null } },
    include: { person: { select: { id: true, sessionVersion: true } } },
  })
  if (!key || !isHandleOf(key.personId, response.data.response.userHandle)) return undefined
  const counter = await verifyAuthenticationResponse({
    response: response.data,
    expectedChallenge: asked.text,
    expectedOrigin: site.origin,
    expectedRPID: site.id,
    requireUserVerification: true,
    credential: {
      id: key.id,
      publicKey: new Uint8Array(key.publicKey),
      counter: Number(key.counter),
    },
  }).then(
    ({ verified, authenticationInfo }) => (verified ? authenticationInfo.newCounter : undefined),
    // The library throws at whatever does not fit.
    () => undefined,
  )
  if (counter === undefined || !(await used(key.id, { counter, asked, now }))) return undefined
  return { personId: key.person.id, sessionVersion: key.person.sessionVersion }
}

/** What the authenticator was given as the name of its owner: the bytes of their id. */
export const handleOf = (personId: string) => Buffer.from(personId.replaceAll('-', ''), 'hex')

const isHandleOf = (personId: string, handle: string | undefined) =>
  handle === undefined || handle === handleOf(personId).toString('base64url')

/** A question is answered once, and the key's own count only grows: of two answers at once, one is taken. */
const used = (
  id: string,
  { counter, asked, now }: { counter: number; asked: { text: string; until: number }; now: number },
) =>
  inTransaction(async (tx) => {
    const { count } = await tx.passkey.updateMany({
      where: { id, ...(counter > 0 && { counter: { lt: counter } }) },
      data: { counter, usedAt: new Date(now) },
    })
    const isFirst = await useOnce(tx, { id: idOfChallenge(asked.text), until: asked.until })
    return { ok: count === 1 && isFirst }
  }).then(({ ok }) => ok)

export const idOfChallenge = (challenge: string) =>
  uuidOfHash(createHash('sha256').update(challenge).digest('hex'))
