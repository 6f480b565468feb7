import type { RuleCode } from '@/lib/i18n/statements/codes'
import { has, type Power, type StaffRole } from './policy/powers'

export type { Power } from './policy/powers'

/** Who acts: somebody of the staff, freshly read from Postgres, or one of our own rules. */
export type Actor = StaffActor | SystemActor
export interface StaffActor {
  role: StaffRole
  id: string
  name: string
  /** What the person has chosen for the desk, if anything. */
  locale?: string | null
  zone?: string | null
  /** When the person last said once more in this session who they are, in milliseconds (lib/people/step-up). */
  provedAt?: number
  /** The session in which they act, where there is one. */
  sessionId?: string
  /** The network that the request came from, as the audit keeps it. */
  from?: string
}
interface SystemActor {
  role: 'system'
  /** The rule that acts, as it is written into the record. */
  rule: RuleCode
}

export const may = (actor: Actor | undefined, power: Power): actor is Actor =>
  actor !== undefined && has(actor.role, power)

/** Thrown by a command or query called without the right to it: the caller did not ask first, or an attack. */
export class NotAllowed extends Error {
  constructor(readonly power: Power) {
    super(`not allowed to ${power}`)
  }
}

/** Every command and query of the desk begins with this line. What each power is over: policy/powers.ts. */
export function ensure(actor: Actor | undefined, power: Power): asserts actor is Actor {
  if (!may(actor, power)) throw new NotAllowed(power)
}
