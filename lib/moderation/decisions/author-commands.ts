import { idsOfAddress, type Reach } from '@/lib/comments/author/queries'
import { ruleOf, erasedText } from '@/lib/comments/author/rules'
import { readCommentText } from '@/lib/comments/submit/schema'
import { saidAlready } from '@/lib/comments/submit/store-commands'
import { discussionSettings } from '@/lib/comments/discussion/queries'
import { announce } from '@/lib/db/announce'
import type { Tx } from '@/lib/db/client'
import type { CommentStatus } from '@/lib/db/generated/enums'
import { inTransaction } from '@/lib/db/in-transaction'
import type { HoldCode, RuleCode } from '@/lib/i18n/statements/codes'
import { enqueue } from '@/lib/jobs/enqueue'
import { chapterTag } from '@/lib/kernel/page-tags'
import { done, refuse } from '@/lib/kernel/result'
import { eraseNotes } from './erase-notes-commands'
import { refusalOf } from '../rules/match-queries'
import { move } from './move-commands'
import { checkSpamJob } from '@/lib/comments/submit/jobs'
import { notifyPeopleJob } from '@/lib/comments/notifications/jobs'

// Called with the id that stood in a secret link: having the link is the right to it.

// Each change costs a check, also where comments may follow each other at once.
const leastGapSeconds = 5
const lateChange: HoldCode = 'late-change'

/**
 * The author changes the text; a changed comment is looked at again, and what may not be posted may not come by a
 * change either: what was said already, or too fast. After the minutes of the settings what readers have seen waits
 * for an editor, whatever the rules say.
 */
export async function changeOwn(commentId: string, typed: unknown) {
  const read = readCommentText(typed)
  if (!read.ok) return refuse(read.problem)
  const { editMinutes, gapSeconds } = await discussionSettings()
  return inTransaction(async (tx) => {
    const row = await locked(tx, commentId, editMinutes, Math.max(gapSeconds, leastGapSeconds))
    if (!row || !['pending', 'approved'].includes(row.status)) return refuse('not-possible')
    if (editMinutes === 0) return refuse('too-late')
    if (row.text === read.text) return done({ commentId })
    if (row.justChanged) return refuse('too-fast')
    if (await saidAlready(tx, commentId, read.text)) return refuse('duplicate')
    const ruled = await refusalOf(tx, { ...row, text: read.text })
    if (ruled) return refuse(ruled)
    // The time of now, and not of when this began to wait: whoever had the row before was before.
    await tx.$executeRaw`
      update comment set text = ${read.text}, edited_at = clock_timestamp(),
        held_for = case when ${!row.inTime && row.status === 'approved'} then ${lateChange} else held_for end
      where id = ${commentId}::uuid`
    const waitsAgain =
      row.status !== 'approved' || (await moveBy(tx, ruleOf.change, commentId, row.status, 'pending'))
    if (!waitsAgain) return refuse('not-possible')
    await enqueue(tx, checkSpamJob, { commentId, attempt: 1, reason: 'edit' })
    // Nobody can be asked about it any more, and so nobody would be told after that.
    if (row.ip === undefined) await enqueue(tx, notifyPeopleJob, { commentId })
    return done({ commentId })
  })
}

/** The author takes the comment back. */
export async function withdrawOwn(commentId: string) {
  return inTransaction(async (tx) => {
    const row = await locked(tx, commentId)
    if (!row || row.status === 'trash') return refuse('not-possible')
    await moveBy(tx, ruleOf.withdrawal, commentId, row.status, 'trash')
    return done({ commentId })
  })
}

/**
 * The author erases what is kept about a comment: name, addresses, text, where it came from, what was noted of it.
 * With a link that was mailed to the address, the same for all that were written with it.
 */
export async function eraseOwn(commentId: string, reach: Reach = 'this comment') {
  return inTransaction(async (tx) => {
    const own = await tx.comment.findUnique({ where: { id: commentId }, select: { id: true } })
    if (!own) return refuse('not-possible')
    const ids = reach === 'the address' ? await idsOfAddress(tx, commentId) : [commentId]
    for (const id of ids) {
      const row = await locked(tx, id)
      if (row && row.status !== 'trash') await moveBy(tx, ruleOf.erasure, id, row.status, 'trash')
    }
    // Before the comments themselves: what they say tells which mails and reasons are about their author.
    await eraseNotes(tx, ids)
    await tx.$executeRaw`
      update comment set name = '', email = '', url = null, text = ${erasedText}, edited_at = now()
      where id = any (${ids}::uuid[])`
    const chapters = await tx.comment.findMany({
      where: { id: { in: ids } },
      select: { chapterId: true },
      distinct: ['chapterId'],
    })
    await announce(
      tx,
      chapters.map(({ chapterId }) => chapterTag(chapterId)),
    )
    return done({ commentId, erased: ids.length })
  })
}

interface Locked {
  status: CommentStatus
  text: string
  name: string
  email: string
  url: string | null
  /** Absent: it is not known any more where it came from. */
  ip?: string
  inTime: boolean
  justChanged: boolean
}

async function locked(
  tx: Tx,
  commentId: string,
  editMinutes = 0,
  gapSeconds = 0,
): Promise<Locked | undefined> {
  const [row] = await tx.$queryRaw<(Omit<Locked, 'ip'> & { ip: string | null })[]>`
    select status::text as status, text, name, email, url,
      sent_at + ${editMinutes}::int * interval '1 minute' > now() as "inTime",
      coalesce(edited_at > now() - ${gapSeconds}::int * interval '1 second', false) as "justChanged",
      (select t.ip from submission_trace t where t.comment_id = comment.id) as ip
    from comment where id = ${commentId}::uuid for update`
  return row && { ...row, ip: row.ip ?? undefined }
}

const moveBy = (tx: Tx, rule: RuleCode, commentId: string, seen: CommentStatus, becomes: CommentStatus) =>
  move(tx, { role: 'system', rule }, { commentId, seen, becomes })
