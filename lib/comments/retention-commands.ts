import { forgetRedemptions } from '@/lib/captcha/redeem'
import { db } from '@/lib/db/client'

/**
 * Puts what backends that have ended have counted into one row for each status. A row that is being written waits for
 * nobody: it is left for the next time.
 */
export const gatherCounts = () => db.$executeRaw`
  with ended as (
    delete from comment_count where (status, backend) in (
      select status, backend from comment_count c
      where backend <> 0 and not exists (select from pg_stat_activity a where a.pid = c.backend)
      for update skip locked)
    returning status, count)
  insert into comment_count as c (status, backend, count) select status, 0, sum(count) from ended group by 1
  on conflict (status, backend) do update set count = c.count + excluded.count`

/** Erases where comments came from when its time is over, and what is too old to matter of challenges, paces and asked addresses. */
export async function forgetTraces(): Promise<number> {
  await forgetRedemptions(db)
  await db.$executeRaw`delete from submission_pace where last_at < now() - interval '2 hours'`
  await db.$executeRaw`
    delete from asked_address where refused_at is null and last_at < now() - interval '1 year'`
  let erased = 0
  // In portions: one statement must not run into the time limit of a web request.
  for (let portion = -1; portion !== 0; erased += portion) {
    portion = await db.$executeRaw`
      delete from submission_trace where comment_id in (
        select comment_id from submission_trace where expires_at <= now() limit 2000)`
  }
  return erased
}

/** Takes the address of somebody of the staff who has been removed out of what they wrote as comments. */
export async function eraseStaffAddress(personId: string) {
  for (let portion = -1; portion !== 0;)
    portion = await db.$executeRaw`
      update comment set email = '' where id in (
        select id from comment where staff_id = ${personId}::uuid and email <> '' limit 500)`
}
