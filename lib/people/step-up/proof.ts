import { createHash } from 'node:crypto'
import { readTicket, ticket } from '../second-factor/tickets'
import { PROOF_SECONDS } from './rules'

/** What a browser brings for ten minutes after somebody has said once more who they are: good in this session alone. */
export const proofTicket = (secret: string, session: unknown, now: number) =>
  ticket(secret, 'proof', markOf(session), now + PROOF_SECONDS * 1_000)

/** When that was. */
export function readProof(secret: string, session: unknown, given: string | undefined, now: number) {
  const proof = readTicket(secret, 'proof', given, now)
  return proof?.text === markOf(session) ? proof.until - PROOF_SECONDS * 1_000 : undefined
}

// Whatever a session claims, but for when it runs out, which the library moves.
function markOf(session: unknown) {
  const { expires: _moves, ...claims } = (session ?? {}) as Record<string, unknown>
  return createHash('sha256')
    .update(JSON.stringify(Object.entries(claims).sort()))
    .digest('base64url')
}
