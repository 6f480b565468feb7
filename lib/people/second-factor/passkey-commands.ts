import { randomBytes } from 'node:crypto'
import { generateRegistrationOptions, verifyRegistrationResponse } from '@simplewebauthn/server'
import { record } from '@/lib/audit/commands'
import { db } from '@/lib/db/client'
import { inTransaction } from '@/lib/db/in-transaction'
import { runtime } from '@/lib/kernel/env'
import { done, refuse } from '@/lib/kernel/result'
import { ensure, type StaffActor } from '../permissions'
import { requireRecentProof } from '../step-up/rules'
import { handleOf, idOfChallenge } from './passkey-sign-in-commands'
import { endRecoveryCodesWithoutFactor, firstRecoveryCodes, lockPerson } from './recovery-code-commands'
import { CHALLENGE_SECONDS, MOST_PASSKEYS, relyingPartyAt } from './rules'
import { newPasskey, passkeyName } from './schema'
import { readTicket, ticket } from './tickets'
import { useOnce } from './used-commands'

// EdDSA, ES256 and RS256 (COSE), which every version of Node knows that the site runs on.
const supportedAlgorithmIDs = [-8, -7, -257]

/** What a device is told to make a passkey for this person, and the ticket that comes back with it. */
export async function beginPasskey(actor: StaffActor, input: { name?: unknown }, now = Date.now()) {
  ensure(actor, 'change own account')
  const { secret, siteUrl } = runtime()
  const site = relyingPartyAt(siteUrl)
  if (!site) return refuse('no-passkeys-here')
  const name = passkeyName.safeParse({ name: input.name })
  if (!name.success) return refuse(problemIn(name.error))
  const unproved = requireRecentProof(actor, now)
  if (unproved) return unproved
  const person = await db.person.findUniqueOrThrow({
    where: { id: actor.id },
    select: { email: true, name: true, passkeys: { select: { id: true, transports: true } } },
  })
  if (person.passkeys.length >= MOST_PASSKEYS) return refuse('passkeys-many')
  const options = await generateRegistrationOptions({
    rpName: new URL(siteUrl).host,
    rpID: site.id,
    userID: new Uint8Array(handleOf(actor.id)),
    userName: person.email ?? person.name,
    userDisplayName: person.name,
    challenge: new Uint8Array(randomBytes(32)),
    timeout: CHALLENGE_SECONDS * 1_000,
    attestationType: 'none',
    supportedAlgorithmIDs,
    excludeCredentials: person.passkeys,
    // It signs in alone, so it has to be found without a name and to ask for a PIN, a finger or a face.
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  const text = `${actor.id}.${options.challenge}`
  return done({ options, challenge: ticket(secret, 'add', text, now + CHALLENGE_SECONDS * 1_000) })
}

interface Made {
  name?: unknown
  response?: unknown
  challenge?: string
}

/** Keeps the passkey that a device has made. Answers recovery codes if this is the first factor. */
export async function addPasskey(actor: StaffActor, input: Made, now = Date.now()) {
  ensure(actor, 'change own account')
  const name = passkeyName.safeParse({ name: input.name })
  if (!name.success) return refuse(problemIn(name.error))
  const unproved = requireRecentProof(actor, now)
  if (unproved) return unproved
  const made = await madeFor(actor.id, input, now)
  if (!made) return refuse('passkey-broken')
  const { credential, challenge } = made
  return inTransaction(async (tx) => {
    await lockPerson(tx, actor.id)
    const isFirst = await useOnce(tx, { id: idOfChallenge(challenge.text), until: challenge.until })
    if (!isFirst) return refuse('passkey-broken')
    if ((await tx.passkey.count({ where: { personId: actor.id } })) >= MOST_PASSKEYS)
      return refuse('passkeys-many')
    const { count } = await tx.passkey.createMany({
      data: {
        id: credential.id,
        personId: actor.id,
        publicKey: credential.publicKey,
        counter: credential.counter,
        transports: credential.transports ?? [],
        name: name.data.name,
      },
      skipDuplicates: true,
    })
    if (count === 0) return refuse('passkey-there')
    await record(tx, actor, { kind: 'passkey-added', about: actor.id })
    return done({ recoveryCodes: await firstRecoveryCodes(tx, actor.id) })
  })
}

async function madeFor(personId: string, { response, challenge }: Made, now: number) {
  const { secret, siteUrl } = runtime()
  const [site, asked] = [relyingPartyAt(siteUrl), readTicket(secret, 'add', challenge, now)]
  const made = newPasskey.safeParse(response)
  const [owner, expectedChallenge] = asked?.text.split('.') ?? []
  if (!site || !asked || !made.success || owner !== personId || !expectedChallenge) return undefined
  return verifyRegistrationResponse({
    response: made.data as Parameters<typeof verifyRegistrationResponse>[0]['response'],
    expectedChallenge,
    expectedOrigin: site.origin,
    expectedRPID: site.id,
    requireUserVerification: true,
    supportedAlgorithmIDs,
  }).then(
    ({ registrationInfo }) =>
      registrationInfo && { credential: registrationInfo.credential, challenge: asked },
    // The library throws at whatever does not fit.
    () => undefined,
  )
}

/** The device opens nothing here any more. */
export async function removePasskey(actor: StaffActor, input: { id?: unknown }) {
  ensure(actor, 'change own account')
  const unproved = requireRecentProof(actor)
  if (unproved) return unproved
  if (typeof input.id !== 'string' || input.id.length > 1_364) return refuse('not-found')
  const id = input.id
  return inTransaction(async (tx) => {
    await lockPerson(tx, actor.id)
    const { count } = await tx.passkey.deleteMany({ where: { id, personId: actor.id } })
    if (count === 0) return refuse('not-found')
    await endRecoveryCodesWithoutFactor(tx, actor.id)
    await record(tx, actor, { kind: 'passkey-removed', about: actor.id })
    return done({})
  })
}

const problemIn = ({ issues }: { issues: { message: string }[] }) => issues[0]?.message ?? 'form-broken'
