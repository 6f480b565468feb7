import { marksOf, problemOf, type Mark, type Marked } from '@/lib/comments/submit/marks'
import { db, type Tx } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import type { StandingMatch } from './types'

/** A comment, and since when rules matter to it: the time at which it was sent, or now. */
interface Asked {
  marked: Marked
  since: Date
}

/** Which rule is about each of these comments, and was in force at some time since then: the oldest, one that holds first. */
export async function rulesOver(asked: readonly Asked[]): Promise<(StandingMatch | undefined)[]> {
  const marks = asked.flatMap(({ marked, since }, place) =>
    marksOf(marked).map((mark) => ({ ...mark, place, since })),
  )
  if (marks.length === 0) return asked.map(() => undefined)
  const rows = await db.$queryRaw<(StandingMatch & { place: number })[]>`
    select distinct on (mark.place) mark.place, r.id, r.kind::text, r.value, r.effect::text
    from unnest(${kindsOf(marks)}::standing_kind[], ${valuesOf(marks)}::text[],
        ${marks.map(({ place }) => place)}::int[], ${marks.map(({ since }) => since.toISOString())}::timestamptz[])
      as mark (kind, value, place, since),
      lateral (select * from standing_rule s where s.value = mark.value and s.kind = mark.kind offset 0) as r
    where r.over_at > mark.since
    order by mark.place, r.effect, r.created_at, r.id`
  const found = new Map(rows.map(({ place, ...match }) => [place, match]))
  return asked.map((_, place) => found.get(place))
}

/** What is said to the author of a comment that a standing rule refuses; nothing where none does. */
export async function refusalOf(tx: Tx, marked: Marked): Promise<string | undefined> {
  const marks = marksOf(marked)
  const rows = await tx.$queryRaw<Mark[]>`
    select r.kind::text, r.value
    from unnest(${kindsOf(marks)}::standing_kind[], ${valuesOf(marks)}::text[]) as mark (kind, value),
      lateral (select * from standing_rule s where s.value = mark.value and s.kind = mark.kind offset 0) as r
    where r.effect = 'refuse' and r.over_at > now()
    order by r.kind, r.id limit 1`
  return rows.map((mark) => Object.values(problemOf(mark, marked))[0])[0]
}

const kindsOf = (marks: readonly Mark[]) => marks.map(({ kind }) => kind)
const valuesOf = (marks: readonly Mark[]) => marks.map(({ value }) => value)

/** The same rule in force already. */
export const ruleInForce = async (on: Pick<Tx, '$queryRaw'>, { kind, value }: Mark) =>
  (
    await on.$queryRaw<Pick<StandingMatch, 'id' | 'effect'>[]>(Prisma.sql`
      select id, effect::text from standing_rule
      where value = ${value} and kind = ${kind}::standing_kind and over_at > now() limit 1`)
  )[0]
