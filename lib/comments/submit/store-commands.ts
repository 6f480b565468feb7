import { namedRows, type Tx } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import type { HoldCode } from '@/lib/i18n/statements/codes'
import { newJobs } from '@/lib/jobs/enqueue'
import { newId } from '@/lib/kernel/ids'
import { keepTracesDays } from '../rules'
import type { Origin } from './commands'
import type { Mark } from './marks'
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
  /** What the gate said, when it was reached; `ruled`: a standing rule refuses what has this mark. */
  refusal?: 'known' | 'ruled' | 'challenge-used' | 'duplicate' | 'too-fast'
  ruled?: Mark
  /** Seconds until the address may try again, whoever writes. */
  wait?: number
}

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
  /** What standing rules can go by in it. */
  marks: readonly Mark[]
}

/**
 * Everything a comment needs in ONE statement, which is one transaction and one way to the database and back:
 * the gate is asked, the challenge is redeemed, the comment and its trace are stored, the pace is noted and the
 * check is enqueued, or nothing is. Step by step it would be ten ways, each with a connection held. Unique keys
 * decide between copies that arrive together. All but the job is the function `store_submission`.
 */
export async function storeSubmission(
  submission: Submission,
  trace: Origin & { nonce: string; elapsedMs: number },
  gate: Gate,
): Promise<SubmissionState> {
  const { name, email, url, text, parentId, submissionKey, locale, honeypot, worked } = submission
  const follow = submission.follow === true && email !== ''
  const asSubmitted = JSON.stringify({ name, email, url, text })
  // In a flood nobody is served by checking at once: it waits its turn, and neither readers nor the checker suffer.
  const check = gate.heldFor
    ? Prisma.sql`now() + (120 + random() * 480) * interval '1 second'`
    : Prisma.sql`null::timestamptz`
  const job = Prisma.sql`
    select ${newId()}::uuid, jsonb_build_object('commentId', stored_id, 'attempt', 1), ${check} from asked
    where stored_id is not null`
  const paces = gate.authorCounts ? [gate.address, gate.author] : [gate.address]
  return ask(
    gate.heldFor ? 'store-held-submission' : 'store-submission',
    Prisma.sql`
    with asked as materialized (
      select * from store_submission(
        ${submission.chapterId}::uuid, ${locale}, ${submission.slug}, ${parentId ?? null}::uuid,
        ${submissionKey ?? null}::uuid, ${newId()}::uuid, ${name}, ${email}, ${url ?? null}, ${text}, ${follow}::boolean,
        ${[gate.address, gate.author]}::text[], ${paces}::text[], ${gate.gapSeconds}::int, ${gate.mostInTenMinutes}::int,
        ${gate.closeAfterDays}::int, ${gate.heldFor ?? null}, ${trace.nonce}, ${trace.ip}, ${trace.userAgent},
        ${trace.referrer}, ${asSubmitted}::jsonb, ${honeypot ?? null}, ${worked ?? null}::boolean,
        ${trace.elapsedMs}::int, ${keepTracesDays}::int, ${gate.marks.map(({ kind }) => kind)}::standing_kind[],
        ${gate.marks.map(({ value }) => value)}::text[])),
    queued as (${newJobs(checkSpamJob, job)})
    select * from asked`,
  )
}

/** Would a comment with this text repeat another one of its author at the same place? */
export async function saidAlready(tx: Tx, commentId: string, text: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<[{ said: boolean }]>`
    select said_already(c.chapter_id, c.parent_id, c.name, c.email, ${text}, c.id) as said
    from comment c where c.id = ${commentId}::uuid`
  return row.said
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
      known.chapter_id, known.text, null as stored_id, ${refusal} as refusal, null as wait_seconds, null as rule_kind,
      null as rule_value
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
  /** Of the standing rule that refuses it, as the next. */
  rule_kind: Mark['kind'] | null
  rule_value: string | null
}

// Named: that doubles the comments a second.
async function ask(name: string, statement: Prisma.Sql): Promise<SubmissionState> {
  const rows = await namedRows<Row>(name, statement)
  const { id, chapter_id: chapterId, text, published, closed, found, ...row } = rows[0]!
  return {
    published,
    closed: closed === true,
    parentFound: found,
    storedId: row.stored_id ?? undefined,
    refusal: row.refusal ?? undefined,
    wait: row.wait_seconds ?? undefined,
    ruled: row.rule_kind && row.rule_value ? { kind: row.rule_kind, value: row.rule_value } : undefined,
    known: id === null ? undefined : { id, chapterId: chapterId!, text: text! },
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
  parent as (select may_be_answered(${parentId ?? null}::uuid, ${chapterId}::uuid) as found),
  known as (select * from comment_sent_as(${submissionKey ?? null}::uuid))`
