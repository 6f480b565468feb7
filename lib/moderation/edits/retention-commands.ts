import { keepTracesDays } from '@/lib/comments/rules'
import { db } from '@/lib/db/client'

/** Erases what edits keep of comments when its time is over. That there was one, by whom and why, stays. */
export async function forgetEdits(): Promise<number> {
  let erased = 0
  // In portions: one statement must not run into the time limit of a web request.
  for (let portion = -1; portion !== 0; erased += portion) {
    portion = await db.$executeRaw`
      update comment_edit set before = null, after = null where id in (
        select id from comment_edit
        where before is not null and at <= now() - make_interval(days => ${keepTracesDays}::int) order by at limit 500)`
  }
  return erased
}
