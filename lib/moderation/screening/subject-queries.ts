import { z } from 'zod'
import { db } from '@/lib/db/client'
import type { CommentStatus } from '@/lib/db/generated/enums'
import { holdCodes, type HoldCode } from '@/lib/i18n/statements/codes'
import { quotesLinks } from '@/lib/spam/links'
import type { SpamSubmission } from '@/lib/spam/port'
import { chapterPath } from '@/lib/i18n/paths'

const fields = z.object({ name: z.string(), email: z.string(), url: z.string().optional(), text: z.string() })

/** A comment as those see it who judge it. */
export interface Subject {
  submission: SpamSubmission
  status: CommentStatus
  /** A checker has had its last word about it. */
  settled: boolean
  /** A person has decided about it. */
  decided: boolean
  heldFor?: HoldCode
}

/**
 * What is told about a comment to those who judge it; nothing when its trace has been erased. It is told as it was
 * submitted, or with `asIs` as it stands now, after its author has changed it.
 */
export async function spamSubmission(
  commentId: string,
  siteUrl: string,
  { asIs = false } = {},
): Promise<Subject | undefined> {
  if (!z.guid().safeParse(commentId).success) return undefined
  const comment = await db.comment.findUnique({
    where: { id: commentId },
    select: {
      status: true,
      parentId: true,
      locale: true,
      sentAt: true,
      heldFor: true,
      trace: true,
      name: true,
      email: true,
      url: true,
      text: true,
      staff: { select: { role: true } },
      edition: {
        select: {
          locale: true,
          slug: true,
          publication: { select: { revision: { select: { at: true } } } },
          tags: { select: { tag: { select: { name: true } } }, orderBy: { tagId: 'asc' } },
        },
      },
      verdicts: { where: { settles: true }, take: 1, select: { id: true } },
      decisions: { where: { byId: { not: null } }, take: 1, select: { id: true } },
    },
  })
  if (!comment?.trace) return undefined
  const { edition, trace } = comment
  const { name, email, url, text } = comment
  const said = asIs ? { name, email, url: url ?? undefined, text } : fields.parse(trace.asSubmitted)
  const submission: SpamSubmission = {
    ...said,
    answered: quotesLinks(said.text) ? await textsAnswered(commentId) : undefined,
    ip: trace.ip,
    userAgent: trace.userAgent,
    referrer: trace.referrer,
    honeypot: trace.honeypot ?? undefined,
    elapsedMs: trace.elapsedMs,
    worked: trace.worked ?? undefined,
    locale: comment.locale,
    sentAt: comment.sentAt,
    kind: comment.parentId ? 'reply' : 'comment',
    parentId: comment.parentId ?? undefined,
    permalink: siteUrl + chapterPath(edition.locale, edition.slug),
    revisedAt: edition.publication?.revision.at,
    context: edition.tags.map(({ tag }) => tag.name),
    ...(comment.staff && { role: comment.staff.role === 'admin' ? 'administrator' : comment.staff.role }),
  }
  return {
    submission,
    status: comment.status,
    heldFor: holdIn(comment.heldFor),
    settled: comment.verdicts.length > 0,
    decided: comment.decisions.length > 0,
  }
}

// One that is not known here still makes it wait.
const holdIn = (kept: string | null): HoldCode | undefined =>
  kept === null ? undefined : (holdCodes.find((code) => code === kept) ?? 'other')

/** Has a comment under this name and e-mail address been approved before? Without an address nobody is known. */
export async function isKnown({ name, email }: { name: string; email: string }): Promise<boolean> {
  if (!email) return false
  const [found] = await db.$queryRaw<{ known: boolean }[]>`
    select exists (
      select from comment where lower(email) = lower(${email}) and name = ${name} and status = 'approved') as known`
  return found!.known
}

/** What readers see of the texts that a comment answers: the comment above it, and the chapter. */
async function textsAnswered(commentId: string): Promise<string> {
  const [row] = await db.$queryRaw<{ texts: string }[]>`
    select concat_ws(E'\n', a.text, e.text, e.summary) as texts from comment c
    left join comment a on a.id = c.parent_id and a.status = 'approved'
    left join published_edition e on e.id = c.edition_id
    where c.id = ${commentId}::uuid`
  return row?.texts ?? ''
}
