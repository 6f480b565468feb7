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

/** The filters that have an index of their own. */
export function narrowFilters(filters: QueueFilters): Narrow[] {
  const { email, ip } = filters
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
  ]
}

/** What is asked of a comment `c`, whichever way it was found. */
export function conditions(filters: QueueFilters): Prisma.Sql {
  const { email, ip, chapter, locale } = filters
  const has = (query: Prisma.Sql) =>
    Prisma.sql`exists (select from comment_words w where w.comment_id = c.id and w.words @@ ${query})`
  const asked = [
    ...wordsAsked(filters).map(has),
    ...(email ? [Prisma.sql`lower(c.email) = ${email}`] : []),
    ...(ip
      ? [Prisma.sql`exists (select from submission_trace s where s.comment_id = c.id and s.ip = ${ip})`]
      : []),
    ...(chapter ? [Prisma.sql`c.chapter_id = ${chapter}::uuid`] : []),
    ...(locale ? [Prisma.sql`c.locale = ${locale}`] : []),
  ]
  return asked.length > 0 ? Prisma.sql`and ${Prisma.join(asked, ' and ')}` : Prisma.empty
}
