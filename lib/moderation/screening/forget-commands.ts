import { keepTracesDays } from '@/lib/comments/rules'
import { db } from '@/lib/db/client'

/** What rules saw, and what the filter keeps to unlearn, goes when the comment's trace goes. The counts stay. */
export async function forgetInputs() {
  await db.$executeRaw`
    update screening_step set input = null, input_parameters = '{}'
    where input is not null and at < now() - ${keepTracesDays}::int * interval '1 day'`
  await db.$executeRaw`delete from filter_lesson where at < now() - ${keepTracesDays}::int * interval '1 day'`
}
