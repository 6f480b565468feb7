// The policy of the desk: every power, over what it is, and who has it. Guards, the matrix that admins see and the tests
// that call every door for every role are made from this file, and from doors.ts beside it.

/** The roles of the staff, from the fewest powers to the most. */
export const staffRoles = ['writer', 'editor', 'admin'] as const
export type StaffRole = (typeof staffRoles)[number]

/** Who may have a power: roles of the staff, and our own rules. */
export type PolicyRole = StaffRole | 'system'

/** What powers are over. */
type Realm =
  | 'comments'
  | 'wordRules'
  | 'standingRules'
  | 'drafts'
  | 'pictures'
  | 'publications'
  | 'rankings'
  | 'people'
  | 'settings'
  | 'audit'
  | 'statistics'
  | 'ownAccount'

interface Grant {
  over: readonly Realm[]
  to: readonly PolicyRole[]
}

export const powers = {
  /** With what commenters say of themselves: names, addresses, networks. */
  'moderate comments': { over: ['comments', 'wordRules'], to: ['editor', 'admin', 'system'] },
  /** Out of the spam and the trash, with everything that is kept about them. */
  'delete comments': { over: ['comments'], to: ['admin'] },
  /** To hold or to refuse whatever somebody sends: every editor who decides about comments one by one may do that. */
  'make standing rules': { over: ['standingRules'], to: ['editor', 'admin'] },
  /** Of any chapter, in any language; what readers see already changes only by who may publish. */
  'write chapters': { over: ['drafts', 'pictures'], to: ['writer', 'editor', 'admin'] },
  'publish chapters': { over: ['publications', 'rankings'], to: ['admin', 'system'] },
  'manage people': { over: ['people'], to: ['admin'] },
  'change settings': { over: ['settings'], to: ['admin'] },
  /** Each person's own only to who manages people; to others theirs, and those of all others together. */
  'read statistics': { over: ['statistics'], to: ['editor', 'admin'] },
  'read the audit': { over: ['audit'], to: ['admin'] },
  'change own account': { over: ['ownAccount'], to: ['writer', 'editor', 'admin'] },
} as const satisfies Record<string, Grant>

export type Power = keyof typeof powers
export const allPowers = Object.keys(powers) as Power[]

export const has = (role: PolicyRole, power: Power): boolean =>
  (powers[power].to as readonly PolicyRole[]).includes(role)

/** The roles of the staff that have a power. */
export const rolesWith = (power: Power): StaffRole[] => staffRoles.filter((role) => has(role, power))

/** Is there anything that this role may do and that one may not? */
export const losesPower = (from: PolicyRole, to: PolicyRole): boolean =>
  allPowers.some((power) => has(from, power) && !has(to, power))
