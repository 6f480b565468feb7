import { isIP } from 'node:net'
import { z } from 'zod'
import { StandingEffect, StandingKind } from '@/lib/db/generated/enums'
import { neighbourhoodKey } from '@/lib/kernel/address-key'
import { listPlace } from '@/lib/kernel/list-place'
import { withoutMapping } from '@/lib/kernel/mapped-address'
import { bareHost } from '@/lib/kernel/plain-text/bare-host'
import { filledLine, filledName, optional } from '@/lib/kernel/text/typed-schema'
import { showLine } from '@/lib/kernel/text/typed-text'
import { asciiHost } from '@/lib/spam/words/hosts'
import { ruleLimits } from './types'

const kind = z.enum(StandingKind, 'form-broken')

/** What somebody has typed for a kind of rule, in the form in which it is compared; nothing where it is none. */
export function valueOf(kind: StandingKind, given: string): string | undefined {
  const line = showLine(given).trim()
  if (kind === 'author') return line.toLowerCase() || undefined
  if (kind === 'host') return hostIn(line)
  const address = withoutMapping(kind === 'network' ? line.replace(/\/\d{1,3}$/, () => '') : line)
  if (!isIP(address)) return undefined
  return kind === 'network' ? neighbourhoodKey(address) : address.toLowerCase()
}

// A whole address may be pasted, too.
function hostIn(line: string): string | undefined {
  const host = line.replace(/^https?:\/\//i, () => '').split(/[/?#]/)[0]!
  const ascii = /[\s@]/.test(host) || host === '' ? undefined : asciiHost(host.replace(/:\d{1,5}$/, () => ''))
  return ascii && /[.:]/.test(ascii) ? bareHost(ascii) : undefined
}

/** What a rule is about. */
export const markWish = z
  .object({ kind, value: filledName('value', { characters: ruleLimits.value }) })
  .transform(({ kind, value: given }, context) => {
    const value = valueOf(kind, given)
    if (value) return { kind, value }
    context.addIssue({ code: 'custom', message: `${kind}-wrong`, path: ['value'] })
    return z.NEVER
  })

export const newRule = z.object({
  effect: z.enum(StandingEffect, 'effect-missing'),
  reason: filledLine('rule-reason', { characters: ruleLimits.reason }),
  /** The last day on which it is in force, by the clocks of whoever makes it. */
  until: optional(z.iso.date('date-wrong')),
})

/** What is wrong with what was typed for a rule: one thing for each field. */
export function ruleProblems(given: unknown): string[] {
  const issues = [markWish, newRule].flatMap((schema) => schema.safeParse(given).error?.issues ?? [])
  const isFirst = ({ path }: z.core.$ZodIssue, place: number) =>
    issues.findIndex((other) => other.path[0] === path[0]) === place
  return issues.filter(isFirst).map(({ message }) => message)
}

export const ruleStates = ['in-force', 'ended'] as const
export type RuleState = (typeof ruleStates)[number]

export const rulesWish = z.object({
  state: z.enum(ruleStates).catch('in-force'),
  after: listPlace,
  /** Those about this author, address, network or host. */
  find: z
    .string()
    .max(300)
    .transform((text) => showLine(text).trim() || undefined)
    .optional()
    .catch(undefined),
})

/** What a line that somebody looks for may stand for. */
export const valuesOf = (find: string): string[] => [
  ...new Set(Object.values(StandingKind).flatMap((kind) => valueOf(kind, find) ?? [])),
]
