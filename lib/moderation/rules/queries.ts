import { db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { writePlace } from '@/lib/kernel/list-place'
import { ensure, type Actor } from '@/lib/people/permissions'
import { rulesWish, valuesOf, type RuleState } from './schema'
import { ruleLimits, type ListedRule } from './types'

export interface RulesPage {
  state: RuleState
  /** What was looked for, as it was read. */
  find?: string
  rules: ListedRule[]
  /** Is this a page behind the first? */
  isFurther: boolean
  next?: string
}

/** The rules that are in force, those without an end first; or those that are over, the last first. */
export async function rulesPage(actor: Actor, given: unknown): Promise<RulesPage> {
  ensure(actor, 'moderate comments')
  const { state, after, find } = rulesWish.parse(given)
  const rows = await db.$queryRaw<(ListedRule & { overAt: Date })[]>`
    select r.id, r.kind::text, r.value, r.effect::text, r.reason, r.created_at as "createdAt", made.name as by,
      r.ends_at as "endsAt", r.ended_at as "endedAt", ender.name as "endedBy", r.over_at as "overAt",
      coalesce(hit.hits, 0)::int as hits, hit.last_at as "lastHitAt"
    from standing_rule r
    left join person made on made.id = r.created_by_id
    left join person ender on ender.id = r.ended_by_id
    left join lateral (
      select sum(h.hits) as hits, max(h.last_at) as last_at from standing_rule_hit h where h.rule_id = r.id) hit on true
    where ${state === 'in-force' ? Prisma.sql`r.over_at > now()` : Prisma.sql`r.over_at <= now()`}
      ${after ? Prisma.sql`and (r.over_at, r.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : Prisma.empty}
      ${find ? Prisma.sql`and r.value = any (${valuesOf(find)}::text[])` : Prisma.empty}
    order by r.over_at desc, r.id desc limit ${ruleLimits.onAPage + 1}::int`
  const shown = rows.slice(0, ruleLimits.onAPage)
  const last = shown.at(-1)
  return {
    state,
    find,
    rules: shown.map(({ overAt: _, ...rule }) => rule),
    isFurther: after !== undefined,
    next: rows.length > shown.length && last ? writePlace({ at: last.overAt, id: last.id }) : undefined,
  }
}
