import { db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import type { Locale } from '@/lib/i18n/locales'
import { summaryColumns, seriesOfEdition, tagsOfEdition } from '../reading/summary-sql'
import type { ChapterRanking, MostRead, PageOf, RankingInHistory } from '../reading/types'
import { pageLength, placeOf, type Period } from '../rules'

const factColumns = Prisma.sql`
  f.kind, f.subject, f.place, f.country, f.service, f.source_url as "sourceUrl", f.as_of as "asOf"`

/** The places that a chapter took in rankings, newest first. */
export const rankingsOf = (chapterId: string) => db.$queryRaw<ChapterRanking[]>`
  select ${factColumns} from ranking_fact f
  where f.chapter_id = ${chapterId}::uuid order by f.as_of desc, f.place, f.subject limit 50`

/** The places of all chapters that are published in a language, newest first: the newest, or a numbered page. */
export async function rankingHistory(
  locale: Locale,
  page?: number,
): Promise<PageOf<RankingInHistory> | undefined> {
  const told = Prisma.sql`
    ranking_fact f join published_edition p on p.chapter_id = f.chapter_id where p.locale = ${locale}`
  const [row] = await db.$queryRaw<{ total: number }[]>`select count(*)::int as total from ${told}`
  const { total } = row!
  const here = placeOf(total, pageLength.rankings, page)
  if (!here) return undefined
  const oldestFirst = await db.$queryRaw<RankingInHistory[]>`
    select ${factColumns}, p.slug, p.title from ${told}
    order by f.as_of, f.place desc, f.subject desc, f.id offset ${here.skip} limit ${pageLength.rankings}`
  return { items: oldestFirst.reverse(), total, page, older: here.older, newer: here.newer }
}

/** The most read chapters of a language, of a tag, in the last so many days. */
export const mostRead = (
  locale: Locale,
  { days, tag, take = 20 }: { days: Period; tag?: string; take?: number },
) => db.$queryRaw<MostRead[]>`
  with counted as materialized (
    select r.edition_id, sum(r.reads)::int as reads from edition_reads r
    join edition_listing l on l.edition_id = r.edition_id
    where r.day > (now() at time zone 'UTC')::date - ${days}::int and l.locale = ${locale}
      and ${tag ? Prisma.sql`l.facets @> array['tag ' || (select t.id from tag t where t.slug = ${tag} and t.locale = ${locale})]` : Prisma.sql`true`}
    group by r.edition_id order by reads desc, r.edition_id limit ${take * 2})
  select ${summaryColumns}, ${seriesOfEdition} as series, ${tagsOfEdition} as tags, counted.reads
  from counted join published_edition p on p.id = counted.edition_id
  order by counted.reads desc, p.published_at desc limit ${take}`
