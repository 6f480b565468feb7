import { redemption } from '@/lib/captcha/redeem'
import { pool } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { newJobs } from '@/lib/jobs/enqueue'
import { newId } from '@/lib/kernel/ids'
import { keepTracesDays } from './rules'
import type { Origin } from './commands'

interface Submission {
  chapterId: string
  locale: string
  slug: string
  submissionKey?: string
  parentId?: string
  text: string
  name: string
  email: string
  url?: string
  honeypot?: string
}

/** How things stand with a submission. */
export interface SubmissionState {
  /** The comment that was stored under the same key. */
  known?: { id: string; chapterId: string; text: string }
  published: boolean
  parentFound: boolean
  storedId?: string
}

/**
 * Everything a comment needs in ONE statement, which is one transaction and one way to the database and back:
 * the challenge is redeemed, the comment and its trace are stored and the check is enqueued, or nothing is.
 * Step by step it would be eight ways, each with a connection held. Unique keys decide between copies that
 * arrive together; the parts read one snapshot, so the caller asks once more when it stored nothing.
 */
export async function storeSubmission(
  submission: Submission,
  trace: Origin & { nonce: string; elapsedMs: number },
): Promise<SubmissionState> {
  const { name, email, url, text, parentId, submissionKey, locale, honeypot } = submission
  const id = newId()
  const asSubmitted = JSON.stringify({ name, email, url, text })
  const job = JSON.stringify({ commentId: id, attempt: 1 })
  return ask(
    'store-submission',
    Prisma.sql`
    with ${standing(submission)},
    redeemed as (${redemption(Prisma.sql`
      select ${trace.nonce} from place where not exists (select from known) and (select found from parent)`)}),
    stored as (
      insert into comment (id, chapter_id, edition_id, parent_id, name, email, url, text, locale, submission_key)
      select ${id}::uuid, place.chapter_id, place.id, ${parentId ?? null}::uuid, ${name}, ${email}, ${url ?? null},
        ${text}, ${locale}, ${submissionKey ?? null}::uuid
      from place, redeemed
      on conflict (submission_key) do nothing
      returning id),
    traced as (
      insert into submission_trace
        (comment_id, ip, user_agent, referrer, as_submitted, honeypot, elapsed_ms, expires_at)
      select stored.id, ${trace.ip}, ${trace.userAgent}, ${trace.referrer}, ${asSubmitted}::jsonb,
        ${honeypot ?? null}, ${trace.elapsedMs}::int, now() + ${keepTracesDays}::int * interval '1 day'
      from stored),
    queued as (${newJobs('check-spam', Prisma.sql`select ${newId()}::uuid, ${job}::jsonb, null::timestamptz from stored`)})
    select exists (select from place) as published, (select found from parent), known.id, known.chapter_id,
      known.text, (select stored.id from stored) as stored_id
    from (values (1)) as one left join known on true`,
  )
}

/** The same without storing anything. */
export async function findSubmission(submission: Submission): Promise<SubmissionState> {
  return ask(
    'find-submission',
    Prisma.sql`
    with ${standing(submission)}
    select exists (select from place) as published, (select found from parent), known.id, known.chapter_id,
      known.text, null as stored_id
    from (values (1)) as one left join known on true`,
  )
}

interface Row {
  published: boolean
  found: boolean
  id: string | null
  chapter_id: string
  text: string
  stored_id: string | null
}

// Past Prisma, which cannot name a statement: Postgres then plans it once for each connection and not for each
// comment, which doubles the comments a second. (PgBouncer in transaction mode can do this since 1.21.)
async function ask(name: string, statement: Prisma.Sql): Promise<SubmissionState> {
  const { rows } = await pool().query<Row>({
    name,
    text: statement.text,
    values: statement.values as unknown[],
  })
  const { id, chapter_id: chapterId, text, published, found, stored_id: storedId } = rows[0]!
  return {
    published,
    parentFound: found,
    storedId: storedId ?? undefined,
    known: id ? { id, chapterId, text } : undefined,
  }
}

const standing = ({ locale, slug, chapterId, parentId, submissionKey }: Submission) => Prisma.sql`
  place as (
    select id, chapter_id from published_edition
    where locale = ${locale} and slug = ${slug} and chapter_id = ${chapterId}::uuid),
  parent as (
    select ${parentId ?? null}::uuid is null or exists (
      select from comment
      where id = ${parentId ?? null}::uuid and chapter_id = ${chapterId}::uuid and status = 'approved') as found),
  known as (
    select id, chapter_id, text from comment where submission_key = ${submissionKey ?? null}::uuid)`
