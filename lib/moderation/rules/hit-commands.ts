import { keepTracesDays } from '@/lib/comments/rules'
import { db, type Tx } from '@/lib/db/client'

/**
 * Counts what rules have held, each backend of Postgres in rows of its own, as what they refuse is counted
 * (`store_submission`): no two comments wait for each other.
 */
export async function countRuleHits(tx: Tx, hits: ReadonlyMap<string, number>) {
  if (hits.size === 0) return
  await tx.$executeRaw`
    insert into standing_rule_hit as counted (rule_id, backend, hits, last_at)
    select id, pg_backend_pid(), hits, clock_timestamp()
    from unnest(${[...hits.keys()]}::uuid[], ${[...hits.values()]}::int[]) as fresh (id, hits)
    on conflict (rule_id, backend) do update set hits = counted.hits + excluded.hits, last_at = excluded.last_at`
}

/** Puts what backends that have ended have counted into one row for each rule. */
export const gatherRuleHits = () => db.$executeRaw`
  with ended as (
    delete from standing_rule_hit where (rule_id, backend) in (
      select rule_id, backend from standing_rule_hit h
      where backend <> 0 and not exists (select from pg_stat_activity a where a.pid = h.backend)
      for update skip locked)
    returning rule_id, hits, last_at)
  insert into standing_rule_hit as counted (rule_id, backend, hits, last_at)
  select rule_id, 0, sum(hits)::int, max(last_at) from ended group by 1
  on conflict (rule_id, backend) do update
    set hits = counted.hits + excluded.hits, last_at = greatest(counted.last_at, excluded.last_at)`

/** Whom a rule was about, and why, goes some time after its end, as where comments came from does. A host is nobody. */
export const forgetEndedRules = () => db.$executeRaw`
  update standing_rule set value = null, reason = null
  where over_at <= now() - ${keepTracesDays}::int * interval '1 day' and value is not null and kind <> 'host'`
