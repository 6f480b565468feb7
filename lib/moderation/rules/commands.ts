import { record } from '@/lib/audit/commands'
import { inTransaction } from '@/lib/db/in-transaction'
import { lockFor } from '@/lib/db/locks'
import { spanOf } from '@/lib/i18n/time/span'
import { newId, uuidIn } from '@/lib/kernel/ids'
import { done, refuse } from '@/lib/kernel/result'
import { ensure, type Actor } from '@/lib/people/permissions'
import { zoneOf } from '../queue/wanted'
import { ruleInForce } from './match-queries'
import { markWish, newRule, ruleProblems } from './schema'
import { ruleLimits, type StandingMatch } from './types'

// What has no end is over on the last day of the year 9999: one index then has those in force and those that are not.
const never = new Date('9999-12-31T00:00:00Z')

/** Always hold, or always refuse, what this author, address, network or host sends: from now on, and until a day. */
export async function addStandingRule(actor: Actor, given: unknown) {
  ensure(actor, 'make standing rules')
  if (actor.role === 'system') return refuse('not-possible')
  const [mark, rule] = [markWish.safeParse(given), newRule.safeParse(given)]
  if (!mark.success || !rule.success) return problem(...ruleProblems(given))
  const { effect, reason, until } = rule.data
  const { before: endsAt } = spanOf({ to: until }, zoneOf(actor))
  if (endsAt && !(endsAt > new Date())) return problem('date-past')
  return inTransaction(async (tx) => {
    await lockFor(tx, 'standingRules')
    if ((await tx.standingRule.count({ where: { overAt: { gt: new Date() } } })) >= ruleLimits.most)
      return problem('rules-many')
    if (await ruleInForce(tx, mark.data)) return problem('rule-there')
    const id = newId()
    await tx.standingRule.create({
      data: { id, ...mark.data, effect, reason, createdById: actor.id, endsAt, overAt: endsAt ?? never },
    })
    // Not the value: it may be somebody's name or address, and goes some time after the end.
    await record(tx, actor, {
      kind: 'rule-made',
      about: id,
      after: { kind: mark.data.kind, effect, until: until ?? null },
    })
    return done({ id })
  })
}

const problem = (...problems: string[]) => ({ ok: false, refusal: 'problems', problems }) as const

/** Ends a rule, from this moment on. */
export async function endStandingRule(actor: Actor, given: unknown) {
  ensure(actor, 'make standing rules')
  const id = uuidIn(given)
  if (!id || actor.role === 'system') return refuse('not-found')
  return inTransaction(async (tx) => {
    // Of two who end it at once, one has.
    const [ended] = await tx.$queryRaw<Pick<StandingMatch, 'kind' | 'effect'>[]>`
      update standing_rule set ended_at = date_trunc('milliseconds', now()),
        over_at = date_trunc('milliseconds', now()), ended_by_id = ${actor.id}::uuid
      where id = ${id}::uuid and over_at > now() returning kind::text, effect::text`
    if (!ended) return refuse('rule-over')
    await record(tx, actor, { kind: 'rule-ended', about: id, before: { ...ended } })
    return done({ id })
  })
}
