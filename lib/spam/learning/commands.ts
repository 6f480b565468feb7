import type { Tx } from '@/lib/db/client'
import { lockFor } from '@/lib/db/locks'
import { totalsToken } from './queries'
import { featuresOf } from './features'
import type { Lesson, SpamSubmission } from '../port'

/**
 * Makes what the filter has learnt from a comment agree with what people think of it now: learns it, learns the
 * opposite instead, or forgets it. The same again changes nothing.
 */
export async function learn(
  tx: Tx,
  commentId: string,
  lesson: Lesson | undefined,
  submission?: SpamSubmission,
) {
  // One lesson at a time: they all count in the same rows.
  await lockFor(tx, 'lessons')
  const known = await tx.filterLesson.findUnique({ where: { commentId } })
  if (known?.lesson === lesson || (lesson && !submission)) return
  if (known) {
    await count(tx, known.lesson, known.tokens, -1)
    await tx.filterLesson.delete({ where: { commentId } })
  }
  if (!lesson || !submission) return
  const tokens = featuresOf(submission)
  await count(tx, lesson, tokens, 1)
  await tx.filterLesson.create({ data: { commentId, lesson, tokens } })
}

/**
 * What was noted to unlearn these comments goes, and what the filter knows from one comment alone with it. Other
 * counts stay: they name nobody, and whoever sends spam must not be able to unteach it.
 */
export async function forgetLessons(tx: Tx, commentIds: readonly string[]) {
  await lockFor(tx, 'lessons')
  await tx.$executeRaw`
    delete from filter_token t using filter_lesson l
    where l.comment_id = any (${commentIds}::uuid[]) and t.token = any (l.tokens) and t.spam + t.ham = 1`
  await tx.filterLesson.deleteMany({ where: { commentId: { in: [...commentIds] } } })
}

async function count(tx: Tx, lesson: Lesson, tokens: readonly string[], step: 1 | -1) {
  const [spam, ham] = lesson === 'spam' ? [step, 0] : [0, step]
  await tx.$executeRaw`
    insert into filter_token (token, spam, ham)
    select token, ${Math.max(spam, 0)}::int, ${Math.max(ham, 0)}::int from unnest(${[...tokens, totalsToken]}::text[]) as token
    on conflict (token) do update
    set spam = greatest(0, filter_token.spam + ${spam}::int), ham = greatest(0, filter_token.ham + ${ham}::int)`
  if (step < 0) await tx.$executeRaw`delete from filter_token where spam = 0 and ham = 0`
}
