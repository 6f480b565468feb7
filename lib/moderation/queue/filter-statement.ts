import { Prisma } from '@/lib/db/generated/client'
import type { QueueFilters } from './schema'

/** A filter by which comments are found one by one: first those, then what else is asked of them. */
interface Narrow {
  /** How many there are, counted up to a limit. */
  count: (most: number) => Prisma.Sql
  /** Their ids. */
  ids: Prisma.Sql
}

/** What is looked for among the words of comments. */
const wordsAsked = ({ q, host }: QueueFilters) => [
  ...(q ? [Prisma.sql`comment_query(${q})`] : []),
  ...(host ? [Prisma.sql`quote_literal(${`:${host}`})::tsquery`] : []),
]

// As the index of it says, too.
const spoke = Prisma.sql`verdict in ('hold', 'spam', 'trash', 'unknown')`

/** The filters that have an index of their own. */
export function narrowFilters(filters: QueueFilters): Narrow[] {
  const { email, ip, rule, series } = filters
  const found = (from: Prisma.Sql) => ({
    count: (most: number) =>
      Prisma.sql`(select count(*)::int from (select ${from} limit ${most}::int) as found)`,
    ids: Prisma.sql`select ${from}`,
  })
  return [
    ...wordsAsked(filters).map((query) => ({
      count: (most: number) => Prisma.sql`comments_with(${query}, ${most}::int)`,
      ids: Prisma.sql`select comment_id from comment_words where words @@ ${query}`,
    })),
    ...(email ? [found(Prisma.sql`id from comment where lower(email) = ${email}`)] : []),
    ...(ip ? [found(Prisma.sql`comment_id from submission_trace where ip = ${ip}`)] : []),
    ...(rule ? [found(Prisma.sql`comment_id from screening_step where rule = ${rule} and ${spoke}`)] : []),
    ...(series
      ? [
          found(Prisma.sql`
            made.id from chapter part join comment made on made.chapter_id = part.id
            where part.series_id = ${series}::uuid`),
        ]
      : []),
  ]
}

/** What is asked of a comment `c`, whichever way it was found. */
export function conditions(filters: QueueFilters): Prisma.Sql[] {
  const { email, ip, chapter, locale, series, rule } = filters
  const has = (query: Prisma.Sql) =>
    Prisma.sql`exists (select from comment_words w where w.comment_id = c.id and w.words @@ ${query})`
  return [
    ...wordsAsked(filters).map(has),
    ...(email ? [Prisma.sql`lower(c.email) = ${email}`] : []),
    ...(ip
      ? [Prisma.sql`exists (select from submission_trace s where s.comment_id = c.id and s.ip = ${ip})`]
      : []),
    ...(chapter ? [Prisma.sql`c.chapter_id = ${chapter}::uuid`] : []),
    ...(locale ? [Prisma.sql`c.locale = ${locale}`] : []),
    ...(series
      ? [
          Prisma.sql`exists (
            select from chapter part where part.id = c.chapter_id and part.series_id = ${series}::uuid)`,
        ]
      : []),
    ...(rule
      ? [
          Prisma.sql`exists (
            select from screening_step s where s.comment_id = c.id and s.rule = ${rule} and ${spoke})`,
        ]
      : []),
  ]
}
