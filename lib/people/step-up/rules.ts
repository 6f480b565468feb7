import { refuse, type Refused } from '@/lib/kernel/result'
import type { StaffActor } from '../permissions'

/** So long somebody counts as having said once more who they are, in the session in which they did. */
export const PROOF_SECONDS = 10 * 60

/** Wrong passwords in any hour that somebody may type who is signed in already. */
export const MOST_PROOFS_TRIED = 10

/**
 * For deeds that cannot be undone: has whoever acts given their password or passkey once more, just now? A command asks
 * this after its power, and hands the refusal on: `requireRecentProof(actor) ?? …`.
 */
export function requireRecentProof(
  { provedAt }: StaffActor,
  now = Date.now(),
): Refused<'proof-needed'> | undefined {
  const isRecent = provedAt !== undefined && provedAt <= now && now - provedAt < PROOF_SECONDS * 1_000
  return isRecent ? undefined : refuse('proof-needed')
}
