import { mayOpen } from '@/lib/people/policy/doors'
import type { StaffRole } from '@/lib/people/policy/powers'

/** The places of the desk in their order, each with its address. */
export const allPlaces = [
  ['overview', '/desk'],
  ['queue', '/desk/queue'],
  ['rules', '/desk/rules'],
  ['spam', '/desk/spam'],
  ['chapters', '/desk/chapters'],
  ['statistics', '/desk/statistics'],
  ['settings', '/desk/settings'],
  ['people', '/desk/people'],
  ['audit', '/desk/audit'],
  ['account', '/desk/account'],
] as const

export type Place = (typeof allPlaces)[number][0]

/** Those that the policy opens to a role. */
export const placesFor = (role: StaffRole): Place[] =>
  allPlaces.filter(([, address]) => mayOpen(role, address)).map(([name]) => name)
