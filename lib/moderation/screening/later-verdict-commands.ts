import { createHash } from 'node:crypto'
import type { Tx } from '@/lib/db/client'
import type { CommentStatus } from '@/lib/db/generated/enums'
import { inTransaction } from '@/lib/db/in-transaction'
import type { CodeOf, RuleCode } from '@/lib/i18n/statements/codes'
import { finding } from '@/lib/i18n/statements/statement'
import { enqueue } from '@/lib/jobs/enqueue'
import { newId, uuidOfHash } from '@/lib/kernel/ids'
import { done, refuse } from '@/lib/kernel/result'
import { move } from '../decisions/move-commands'
import { notifyPeopleJob } from '@/lib/comments/notifications/jobs'
import { checkSpamJob } from '@/lib/comments/submit/jobs'

const rule: RuleCode = 'spam-verdict'

interface Checked {
  id: string
  status: CommentStatus
  /** A person has decided about it. */
  decided: boolean
  lastRule: string | null
  /** Its author has changed it since that check. */
  changed: boolean
  /** The checker has had its last word about it. */
  settled: boolean
  said: string | null
}

/**
 * The checker has changed its mind about a check of ours, and says so by itself. Spam that nobody of the staff has
 * seen is taken off; what its verdict alone had taken for spam waits for a person, and is never published by this;
 * what waits for its last word is asked about now. A person's decision stands. Said twice, it counts once.
 */
export async function hearLaterVerdict({ guid, verdict }: { guid: string; verdict: 'spam' | 'ham' }) {
  return inTransaction(async (tx) => {
    const comment = await checkedAs(tx, guid)
    if (!comment) return refuse('not-found')
    if (comment.said === verdict) return done({ did: 'nothing-new' })
    const { did, act } = consequence(comment, verdict)
    await tx.spamVerdict.create({
      data: {
        id: newId(),
        commentId: comment.id,
        checker: 'akismet',
        verdict,
        guid,
        reason: 'webhook',
        why: finding(`later-${did}`).code,
        settles: did !== 'asked-again',
      },
    })
    await act(tx)
    return done({ did })
  })
}

type Did = CodeOf<'findings'> extends infer Code ? (Code extends `later-${infer Rest}` ? Rest : never) : never

function consequence(
  comment: Checked,
  verdict: 'spam' | 'ham',
): { did: Did; act: (tx: Tx) => Promise<unknown> } {
  const { id: commentId, status, lastRule } = comment
  const nothing = (did: Did) => ({ did, act: async () => {} })
  const becomes = (to: 'pending' | 'spam') => ({
    did: `moved-to-${to}` as const,
    act: async (tx: Tx) => {
      const step = { commentId, seen: status, becomes: to, why: finding('looked-again') }
      await move(tx, { role: 'system', rule }, step)
      if (to === 'pending') await enqueue(tx, notifyPeopleJob, { commentId })
    },
  })
  if (comment.decided) return nothing('person-decided')
  if (comment.changed) return nothing('changed-since')
  if (status === 'trash') return nothing('in-trash')
  if (verdict === 'spam') return status === 'spam' ? nothing('already-spam') : becomes('spam')
  if (status === 'spam') return lastRule === rule ? becomes('pending') : nothing('other-rule')
  if (status === 'approved' || comment.settled) return nothing('nothing-to-change')
  return {
    did: 'asked-again',
    act: (tx: Tx) =>
      // Three looks are behind it: whatever is said now is the last word, and the rules decide as ever.
      enqueue(tx, checkSpamJob, { commentId, attempt: 2, looks: 3 }, { id: idFor(commentId) }),
  }
}

// Only if exactly one comment had this check: a name that fits two is no name.
async function checkedAs(tx: Tx, guid: string): Promise<Checked | undefined> {
  const ids = await tx.spamVerdict.findMany({
    where: { guid, checker: 'akismet' },
    select: { commentId: true },
    distinct: ['commentId'],
    take: 2,
  })
  if (ids.length !== 1) return undefined
  // Locked by a statement of its own: the next one then sees what somebody decided while this one waited.
  await tx.$executeRaw`select from comment where id = ${ids[0]!.commentId}::uuid for update`
  const [comment] = await tx.$queryRaw<Checked[]>`
    select c.id, c.status::text as status,
      exists (select from moderation_decision d where d.comment_id = c.id and d.by_id is not null) as decided,
      (select d.rule from moderation_decision d where d.comment_id = c.id order by d.at desc, d.id desc limit 1)
        as "lastRule",
      coalesce(c.edited_at > (select max(v.at) from spam_verdict v
        where v.comment_id = c.id and v.guid = ${guid} and v.reason is distinct from 'webhook'), false) as changed,
      exists (select from spam_verdict v where v.comment_id = c.id and v.settles) as settled,
      (select v.verdict::text from spam_verdict v where v.comment_id = c.id and v.reason = 'webhook' and v.guid = ${guid}
        order by v.at desc, v.id desc limit 1) as said
    from comment c where c.id = ${ids[0]!.commentId}::uuid`
  return comment
}

const idFor = (commentId: string) =>
  uuidOfHash(createHash('sha256').update(`asked after a later word ${commentId}`).digest('hex'))
