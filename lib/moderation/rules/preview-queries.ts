import { marksOf, type Mark } from '@/lib/comments/submit/marks'
import { db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { CommentStatus } from '@/lib/db/generated/enums'
import { uuidIn } from '@/lib/kernel/ids'
import { done, refuse } from '@/lib/kernel/result'
import { ensure, type Actor } from '@/lib/people/permissions'
import { ruleInForce } from './match-queries'
import { markWish } from './schema'
import { ruleLimits, type CaughtSample, type RulePreview } from './types'

/** What a rule can be made about from a comment: its author, where it came from, and the hosts that it links to. */
export async function marksOfComment(actor: Actor, given: unknown): Promise<Mark[] | undefined> {
  ensure(actor, 'moderate comments')
  const id = uuidIn(given)
  const comment = id
    ? await db.comment.findUnique({
        where: { id },
        select: { name: true, email: true, url: true, text: true, trace: { select: { ip: true } } },
      })
    : null
  if (!comment) return undefined
  const { trace, ...said } = comment
  return marksOf({ ...said, ip: trace?.ip }).slice(0, mostMarks)
}

// More hosts than a page can offer are no reason for a rule about one of them.
const mostMarks = 20

/** What a rule would have caught in the last 30 days, by what became of it, with the newest of it. */
export async function previewRule(actor: Actor, given: unknown) {
  ensure(actor, 'moderate comments')
  const read = markWish.safeParse(given)
  if (!read.success) return refuse(read.error.issues[0]!.message)
  const mark = read.data
  const [caught, there] = await Promise.all([caughtBy(mark), ruleInForce(db, mark)])
  return done<RulePreview>({ ...mark, ...caught, there })
}

// As many are found whole; of what fits more, so many of each state are gone through, the newest first.
const few = 5_000

async function caughtBy(mark: Mark) {
  const { count, ids, asked } = wayTo(mark)
  const [fits] = await db.$queryRaw<{ count: number }[]>`select ${count(few + 1)} as count`
  const isMore = fits!.count > few
  const caught = isMore ? walked(asked) : found(ids)
  const [counts, samples] = await Promise.all([
    db.$queryRaw<{ status: CommentStatus; count: number }[]>`
      select c.status::text, count(*)::int as count from (${caught}) c group by c.status`,
    db.$queryRaw<CaughtSample[]>`
      select c.id, c.name, left(c.text, 300) as text, c.status::text, c.sent_at as "sentAt" from (${caught}) c
      order by c.sent_at desc, c.id desc limit ${ruleLimits.samples}::int`,
  ])
  const of = (status: CommentStatus) => counts.find((row) => row.status === status)?.count ?? 0
  return {
    counts: { pending: of('pending'), approved: of('approved'), spam: of('spam'), trash: of('trash') },
    isMore,
    samples,
  }
}

const since = Prisma.sql`now() - ${ruleLimits.days}::int * interval '1 day'`

// What the staff write themselves passes no rule.
const found = (ids: Prisma.Sql) => Prisma.sql`
  select c.* from (${ids}) as fits (id) join comment c on c.id = fits.id
  where c.sent_at > ${since} and c.staff_id is null`

const walked = (asked: Prisma.Sql) => Prisma.sql`
  select c.* from (${Prisma.join(
    Object.values(CommentStatus).map(
      (status) => Prisma.sql`(
        select * from comment where status = ${status}::comment_status and sent_at > ${since}
        order by sent_at desc limit ${few}::int)`,
    ),
    ' union all ',
  )}) as c
  where c.staff_id is null and ${asked}`

interface Way {
  /** How many fit, of any age, counted up to a limit. */
  count: (most: number) => Prisma.Sql
  ids: Prisma.Sql
  /** Whether a comment `c` fits. */
  asked: Prisma.Sql
}

/** How what has a mark is found: each kind by an index of its own. */
function wayTo({ kind, value }: Mark): Way {
  const counted = (ids: Prisma.Sql) => (most: number) =>
    Prisma.sql`(select count(*)::int from (${ids} limit ${most}::int) as found)`
  if (kind === 'host') {
    const query = Prisma.sql`quote_literal(${`:${value}`})::tsquery`
    return {
      count: (most) => Prisma.sql`comments_with(${query}, ${most}::int)`,
      ids: Prisma.sql`select comment_id from comment_words where words @@ ${query}`,
      asked: Prisma.sql`exists (select from comment_words w where w.comment_id = c.id and w.words @@ ${query})`,
    }
  }
  if (kind === 'author') {
    const ids = Prisma.sql`
      select id from comment where lower(email) = ${value}
      union all select id from comment where lower(name) = ${value} and email = ''`
    const asked = Prisma.sql`(lower(c.email) = ${value} or (c.email = '' and lower(c.name) = ${value}))`
    return { count: counted(ids), ids, asked }
  }
  const is = kind === 'network' ? Prisma.sql`network_of(s.ip) = ${value}` : Prisma.sql`s.ip = ${value}`
  const ids = Prisma.sql`select comment_id from submission_trace s where ${is}`
  const asked = Prisma.sql`exists (select from submission_trace s where s.comment_id = c.id and ${is})`
  return { count: counted(ids), ids, asked }
}
