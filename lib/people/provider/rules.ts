import type { Provider } from '@/lib/kernel/settings/provider'
import { filledName } from '@/lib/kernel/text/typed-schema'
import { staffRoles, type StaffRole } from '../policy/powers'
import type { ProviderClaims } from './schema'

/** Why whom the provider knows does not come in; each has its sentence on the page of sign-in. */
const providerRefusals = ['failed', 'address', 'unknown', 'role', 'disabled', 'other'] as const
export type ProviderRefusal = (typeof providerRefusals)[number]

/** The refusal that an address of the page of sign-in names, whatever it is given. */
export const refusalNamed = (given: unknown): ProviderRefusal | undefined =>
  providerRefusals.find((one) => one === given)

// A directory may put somebody into hundreds of groups.
const mostValues = 1_000

/**
 * The role that a provider gives: the one that may most of those whose values the claim holds. `none`: roles are given
 * there, and this person has none. `undefined`: they are given at the desk.
 */
export function roleByClaim(claims: object, roles: Provider['roles']): StaffRole | 'none' | undefined {
  if (!roles) return undefined
  const values = new Set(valuesOf(claims, roles.claim))
  const fits = (role: StaffRole) => roles[role].some((value) => values.has(value))
  return mostFirst.find(fits) ?? 'none'
}

const mostFirst = staffRoles.toReversed()

/** A claim by its name, or by a way into it: `groups`, `realm_access.roles`. */
function valuesOf(claims: object, name: string): unknown[] {
  const found = has(claims, name) ? claims[name] : name.split('.').reduce(inside, claims)
  return Array.isArray(found) ? found.slice(0, mostValues) : [found]
}

const inside = (within: unknown, name: string) =>
  typeof within === 'object' && within !== null && has(within, name) ? within[name] : undefined

const has = (within: object, name: string): within is Record<string, unknown> => Object.hasOwn(within, name)

const name = filledName('name', { characters: 100 })

/** What somebody new is called at the desk until they say otherwise. */
export function nameByClaims(claims: ProviderClaims, email: string): string {
  const typed = [claims.name, claims.preferred_username, email.split('@')[0]]
  for (const one of typed) {
    const read = name.safeParse(one?.slice(0, 100))
    if (read.success) return read.data
  }
  return email.slice(0, 100)
}

/** So long before the sign-in somebody may have shown their provider who they are, for it to count here. */
const FRESH_SECONDS = 60

/** When they have shown it who they are, where it says that this was just now. */
export function provedByClaims({ auth_time: at }: ProviderClaims, now: number): Date | undefined {
  const seconds = now / 1_000
  return at !== undefined && at <= seconds + FRESH_SECONDS && at > seconds - FRESH_SECONDS
    ? new Date(Math.min(at * 1_000, now))
    : undefined
}
