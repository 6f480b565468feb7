import { z } from 'zod'
import { db } from '@/lib/db/client'
import type { SubmissionTrace } from '@/lib/db/generated/client'
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

/** Which comment: as it was submitted, or with `asIs` as it stands now, after its author has changed it. */
interface Wanted {
  commentId: string
  asIs?: boolean
}

/** What is told about a comment to those who judge it; nothing when its trace has been erased. */
export const spamSubmission = async (
  commentId: string,
  siteUrl: string,
  { asIs = false } = {},
): Promise<Subject | undefined> => (await spamSubmissions([{ commentId, asIs }], siteUrl)).get(commentId)

/** The same about many at once, by their ids. */
export async function spamSubmissions(
  wanted: readonly Wanted[],
  siteUrl: string,
): Promise<Map<string, Subject>> {
  const asIs = new Map(wanted.map((one) => [one.commentId, one.asIs ?? false]))
  const ids = [...asIs.keys()].filter((id) => z.guid().safeParse(id).success)
  const told = (await commentsAndTraces(ids)).flatMap(({ trace, ...comment }) =>
    trace ? [{ comment, trace, said: saidIn(comment, trace.asSubmitted, asIs.get(comment.id)!) }] : [],
  )
  const answered = await textsAnswered(
    told.filter(({ said }) => quotesLinks(said.text)).map(({ comment }) => comment.id),
  )
  return new Map(
    told.map(({ comment, trace, said }) => [
      comment.id,
      {
        submission: submissionOf(comment, trace, { ...said, answered: answered.get(comment.id) }, siteUrl),
        status: comment.status,
        heldFor: holdIn(comment.heldFor),
        settled: comment.verdicts.length > 0,
        decided: comment.decisions.length > 0,
      },
    ]),
  )
}

const commentsAndTraces = (ids: string[]) =>
  db.comment.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
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
type Told = Omit<Awaited<ReturnType<typeof commentsAndTraces>>[number], 'trace'>

const saidIn = ({ name, email, url, text }: Told, asSubmitted: unknown, asIs: boolean) =>
  asIs ? { name, email, url: url ?? undefined, text } : fields.parse(asSubmitted)

const submissionOf = (
  { edition, ...comment }: Told,
  trace: SubmissionTrace,
  said: z.infer<typeof fields> & { answered?: string },
  siteUrl: string,
): SpamSubmission => ({
  ...said,
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
})

// One that is not known here still makes it wait.
const holdIn = (kept: string | null): HoldCode | undefined =>
  kept === null ? undefined : (holdCodes.find((code) => code === kept) ?? 'other')

interface Author {
  name: string
  email: string
}

/**
 * Who of these has had a comment approved under this name and e-mail address before. Without an address nobody is
 * known.
 */
export async function knownAuthors(authors: readonly Author[]): Promise<(author: Author) => boolean> {
  const asked = authors.filter(({ email }) => email)
  const rows = await db.$queryRaw<{ place: number }[]>`
    select asked.place::int as place
    from unnest(${asked.map(({ name }) => name)}::text[], ${asked.map(({ email }) => email)}::text[])
      with ordinality as asked (name, email, place)
    where exists (
      select from comment c
      where lower(c.email) = lower(asked.email) and c.name = asked.name and c.status = 'approved')`
  const known = new Set(rows.map(({ place }) => keyOf(asked[place - 1]!)))
  return (author) => author.email !== '' && known.has(keyOf(author))
}

const keyOf = ({ name, email }: Author) => JSON.stringify([name, email])

/** What readers see of the texts that comments answer: the comment above each, and the chapter. */
async function textsAnswered(ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db.$queryRaw<{ id: string; texts: string }[]>`
    select c.id, concat_ws(E'\n', a.text, e.text, e.summary) as texts from comment c
    left join comment a on a.id = c.parent_id and a.status = 'approved'
    left join published_edition e on e.id = c.edition_id
    where c.id = any (${ids}::uuid[])`
  return new Map(rows.map(({ id, texts }) => [id, texts]))
}
