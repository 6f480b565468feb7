import type { RuleCode } from '@/lib/i18n/statements/codes'

/** Who acts: somebody of the staff, freshly read from Postgres, or one of our own rules. */
export type Actor = StaffActor | SystemActor
export interface StaffActor {
  role: 'editor' | 'admin'
  id: string
  name: string
  /** What the person has chosen for the desk, if anything. */
  locale?: string | null
  zone?: string | null
}
interface SystemActor {
  role: 'system'
  /** The rule that acts, as it is written into the record. */
  rule: RuleCode
}

const powers = {
  'moderate comments': ['editor', 'admin', 'system'],
  'write chapters': ['editor', 'admin'],
  'publish chapters': ['admin', 'system'],
  'manage people': ['admin'],
  'change settings': ['admin'],
  'change own account': ['editor', 'admin'],
} as const satisfies Record<string, readonly Actor['role'][]>

export type Power = keyof typeof powers

export const may = (actor: Actor | undefined, power: Power): actor is Actor =>
  actor !== undefined && (powers[power] as readonly string[]).includes(actor.role)

/** Thrown by a command or query called without the right to it: the caller did not ask first, or an attack. */
export class NotAllowed extends Error {
  constructor(readonly power: Power) {
    super(`not allowed to ${power}`)
  }
}

/** Every command and query of the desk begins with this line. */
export function ensure(actor: Actor | undefined, power: Power): asserts actor is Actor {
  if (!may(actor, power)) throw new NotAllowed(power)
}
