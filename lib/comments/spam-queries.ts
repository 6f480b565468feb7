import { z } from 'zod'
import { db } from '@/lib/db/client'
import type { CommentStatus } from '@/lib/db/generated/enums'
import type { SpamSubmission } from '@/lib/spam/port'

const fields = z.object({ name: z.string(), email: z.string(), url: z.string().optional(), text: z.string() })

/** What a checker is told about a comment, as it was submitted; nothing when its trace has been erased. */
export async function spamSubmission(commentId: string, siteUrl: string) {
  if (!z.guid().safeParse(commentId).success) return undefined
  const comment = await db.comment.findUnique({
    where: { id: commentId },
    select: {
      ...{ status: true, parentId: true, locale: true, sentAt: true, trace: true },
      edition: {
        select: { locale: true, slug: true, publication: { select: { revision: { select: { at: true } } } } },
      },
      verdicts: { where: { verdict: { not: 'unknown' } }, take: 1, select: { id: true } },
    },
  })
  if (!comment?.trace) return undefined
  const { edition, trace } = comment
  const submission: SpamSubmission = {
    ...fields.parse(trace.asSubmitted),
    ...{ ip: trace.ip, userAgent: trace.userAgent, referrer: trace.referrer },
    ...{ honeypot: trace.honeypot ?? undefined, elapsedMs: trace.elapsedMs },
    ...{ locale: comment.locale, sentAt: comment.sentAt, kind: comment.parentId ? 'reply' : 'comment' },
    permalink: `${siteUrl}/${edition.locale}/chapters/${encodeURIComponent(edition.slug)}`,
    revisedAt: edition.publication?.revision.at,
  }
  return { submission, status: comment.status as CommentStatus, settled: comment.verdicts.length > 0 }
}
