import { redemption } from '@/lib/captcha/redeem'
import { namedRows, type Tx } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import type { HoldCode } from '@/lib/i18n/statements/codes'
import { newJobs } from '@/lib/jobs/enqueue'
import { newId } from '@/lib/kernel/ids'
import { keepTracesDays } from '../rules'
import type { Origin } from './commands'
import { checkSpamJob } from './jobs'

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
  worked?: boolean
  follow?: boolean
}

/** How things stand with a submission. */
export interface SubmissionState {
  /** The comment that was stored under the same key. */
  known?: { id: string; chapterId: string; text: string }
  published: boolean
  /** Does the chapter take no more comments? */
  closed: boolean
  parentFound: boolean
  storedId?: string
  /** What the gate said, when it was reached. */
  refusal?: 'known' | 'challenge-used' | 'duplicate' | 'too-fast'
  /** Seconds until the address may try again, whoever writes. */
  wait?: number
}

const byAuthor: HoldCode = 'author'

/** The rules that a submission meets, in the words of the settings. */
export interface Gate {
  closeAfterDays: number
  gapSeconds: number
  mostInTenMinutes: number
  /**
   * Keyed hashes of who it comes from. Who comes too fast from an address is refused; by an e-mail address, which
   * anybody can type, the comment waits for an editor. `author` of a nameless comment is for the lock alone.
   */
  address: string
  author: string
  authorCounts: boolean
  heldFor?: HoldCode
}

/**
 * Everything a comment needs in ONE statement, which is one transaction and one way to the database and back:
 * the gate is asked, the challenge is redeemed, the comment and its trace are stored, the pace is noted and the
 * check is enqueued, or nothing is. Step by step it would be ten ways, each with a connection held. Unique keys
 * decide between copies that arrive together; the parts but the gate read one snapshot, so the caller asks once
 * more when it stored nothing and was not told why.
 */
export async function storeSubmission(
  submission: Submission,
  trace: Origin & { nonce: string; elapsedMs: number },
  gate: Gate,
): Promise<SubmissionState> {
  const { name, email, url, text, parentId, submissionKey, locale, honeypot, worked } = submission
  const follow = submission.follow === true && email !== ''
  const id = newId()
  const asSubmitted = JSON.stringify({ name, email, url, text })
  const job = JSON.stringify({ commentId: id, attempt: 1 })
  // In a flood nobody is served by checking at once: it waits its turn, and neither readers nor the checker suffer.
  const check = gate.heldFor
    ? Prisma.sql`now() + (120 + random() * 480) * interval '1 second'`
    : Prisma.sql`null::timestamptz`
  const { gapSeconds, mostInTenMinutes: most } = gate
  const paces = gate.authorCounts ? [gate.address, gate.author] : [gate.address]
  return ask(
    gate.heldFor ? 'store-held-submission' : 'store-submission',
    Prisma.sql`
    with ${standing(submission, gate.closeAfterDays)},
    gate as (
      select asked.* from place, submission_gate(
        ${[gate.address, gate.author]}::text[], ${paces}::text[], ${gapSeconds}::int, ${most}::int, ${trace.nonce},
        ${submissionKey ?? null}::uuid, place.chapter_id, ${parentId ?? null}::uuid, ${name}, ${email}, ${text}) as asked
      where not place.closed and not exists (select from known) and (select found from parent)),
    redeemed as (${redemption(Prisma.sql`select ${trace.nonce} from gate where refusal is null`)}),
    stored as (
      insert into comment
        (id, chapter_id, edition_id, parent_id, name, email, url, text, locale, submission_key, held_for)
      select ${id}::uuid, place.chapter_id, place.id, ${parentId ?? null}::uuid, ${name}, ${email}, ${url ?? null},
        ${text}, ${locale}, ${submissionKey ?? null}::uuid,
        coalesce(${gate.heldFor ?? null}, case when gate.author_waits > 0 then ${byAuthor}::text end)
      from place, redeemed, gate
      on conflict (submission_key) do nothing
      returning id),
    paced as (
      insert into submission_pace as pace (key, recent, last_at)
      select key, array[clock_timestamp()], clock_timestamp() from stored, unnest(${paces}::text[]) as key
      on conflict (key) do update set last_at = excluded.last_at,
        recent = (pace.recent || excluded.recent)[greatest(1, cardinality(pace.recent) + 2 - ${most}::int):]),
    traced as (
      insert into submission_trace
        (comment_id, ip, user_agent, referrer, as_submitted, honeypot, worked, elapsed_ms, expires_at)
      select stored.id, ${trace.ip}, ${trace.userAgent}, ${trace.referrer}, ${asSubmitted}::jsonb,
        ${honeypot ?? null}, ${worked ?? null}::boolean, ${trace.elapsedMs}::int, now() + ${keepTracesDays}::int * interval '1 day'
      from stored),
    followed as (insert into comment_follow (comment_id) select id from stored where ${follow}::boolean),
    queued as (${newJobs(checkSpamJob, Prisma.sql`select ${newId()}::uuid, ${job}::jsonb, ${check} from stored`)})
    select exists (select from place) as published, (select closed from place), (select found from parent),
      coalesce(known.id, gate.known_id) as id, coalesce(known.chapter_id, gate.known_chapter_id) as chapter_id,
      coalesce(known.text, gate.known_text) as text, (select stored.id from stored) as stored_id,
      gate.refusal, gate.wait_seconds
    from (values (1)) as one left join known on true left join gate on true`,
  )
}

/** Would a comment with this text repeat another one of its author at the same place? */
export async function saidAlready(tx: Tx, commentId: string, text: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ said: boolean }[]>`
    select said_already(c.chapter_id, c.parent_id, c.name, c.email, ${text}, c.id) as said
    from comment c where c.id = ${commentId}::uuid`
  return row?.said ?? false
}

/** The same without storing anything; with `said` it is also looked whether this was said already. */
export async function findSubmission(
  submission: Submission,
  { closeAfterDays }: Pick<Gate, 'closeAfterDays'>,
  { said = false } = {},
): Promise<SubmissionState> {
  const { chapterId, parentId, name, email, text } = submission
  const refusal = said
    ? Prisma.sql`case when known.id is null and said_already(${chapterId}::uuid, ${parentId ?? null}::uuid, ${name},
        ${email}, ${text}, null) then 'duplicate' end`
    : Prisma.sql`null`
  return ask(
    said ? 'find-submission-or-duplicate' : 'find-submission',
    Prisma.sql`
    with ${standing(submission, closeAfterDays)}
    select exists (select from place) as published, (select closed from place), (select found from parent), known.id,
      known.chapter_id, known.text, null as stored_id, ${refusal} as refusal, null as wait_seconds
    from (values (1)) as one left join known on true`,
  )
}

interface Row {
  published: boolean
  closed: boolean | null
  found: boolean
  /** Of what was stored before with the same key, as the next two. */
  id: string | null
  chapter_id: string | null
  text: string | null
  stored_id: string | null
  refusal: SubmissionState['refusal'] | null
  wait_seconds: number | null
}

// Named: that doubles the comments a second.
async function ask(name: string, statement: Prisma.Sql): Promise<SubmissionState> {
  const rows = await namedRows<Row>(name, statement)
  const { id, chapter_id: chapterId, text, published, closed, found, ...row } = rows[0]!
  return {
    published,
    closed: closed ?? false,
    parentFound: found,
    storedId: row.stored_id ?? undefined,
    refusal: row.refusal ?? undefined,
    wait: row.wait_seconds ?? undefined,
    known: id && chapterId && text ? { id, chapterId, text } : undefined,
  }
}

const standing = (
  { locale, slug, chapterId, parentId, submissionKey }: Submission,
  closeAfterDays: number,
) => Prisma.sql`
  place as materialized (
    select e.id, e.chapter_id, c.comments_closed or (${closeAfterDays}::int > 0
        and e.published_at + ${closeAfterDays}::int * interval '1 day' <= now()) as closed
    from published_edition e join chapter c on c.id = e.chapter_id
    where e.locale = ${locale} and e.slug = ${slug} and e.chapter_id = ${chapterId}::uuid),
  parent as (
    select ${parentId ?? null}::uuid is null or exists (
      select from comment
      where id = ${parentId ?? null}::uuid and chapter_id = ${chapterId}::uuid and status = 'approved') as found),
  known as (
    select id, chapter_id, text from comment where submission_key = ${submissionKey ?? null}::uuid)`
