import { forgetRedemptions } from '@/lib/captcha/redeem'
import { db } from '@/lib/db/client'

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
