import { ownMails } from '@/lib/comments/notifications/rules'
import type { Tx } from '@/lib/db/client'
import { forgetLessons } from '@/lib/spam/learning/commands'

/**
 * Erases what is noted of comments beside themselves. While they are there as they were: what they say tells which mails
 * and reasons are about their author.
 */
export async function eraseNotes(tx: Tx, ids: string[]) {
  // The author's own mails and no others: those to editors and to whom it answers stay, so that none goes out twice.
  await tx.$executeRaw`
    delete from mail m using comment c
    where m.comment_id = c.id and c.id = any (${ids}::uuid[])
      and m.kind = any (${ownMails}::mail_kind[]) and m.recipient = lower(c.email)`
  await tx.$executeRaw`
    delete from mail m using comment answer, comment c
    where m.comment_id = answer.id and answer.parent_id = c.id and c.id = any (${ids}::uuid[])
      and m.kind = 'reply' and m.recipient = lower(c.email)`
  await tx.$executeRaw`
    update moderation_decision d set reason = null, why = null, why_parameters = '{}' from comment c
    where d.comment_id = c.id and c.id = any (${ids}::uuid[])
      and exists (
        select from unnest(array[c.name, c.email, c.url, c.text]) as said,
          lateral (select d.reason as told union all select value from jsonb_each_text(d.why_parameters)) as words
        where said <> '' and position(lower(said) in lower(told)) > 0)`
  await tx.$executeRaw`
    update comment_edit set before = null, after = null, reason = null where comment_id = any (${ids}::uuid[])`
  await tx.$executeRaw`
    update spam_feedback set problem = null, problem_parameters = '{}',
      settled_at = case when state = 'waiting' then now() else settled_at end,
      state = case when state = 'waiting' then 'expired'::feedback_state else state end
    where comment_id = any (${ids}::uuid[])`
  await forgetLessons(tx, ids)
  const about = { where: { commentId: { in: ids } } }
  await tx.submissionTrace.deleteMany(about)
  await tx.screeningStep.deleteMany(about)
  await tx.spamVerdict.deleteMany(about)
  // What was counted of it stays: a number, and nothing about whose it was.
  await tx.commentOpinion.deleteMany(about)
  await tx.commentFollow.deleteMany(about)
}
