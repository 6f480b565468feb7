import { Prisma } from '@/lib/db/generated/client'
import type { Locale } from '@/lib/i18n/locales'
import { summaryColumns, seriesOfEdition } from '../reading/summary-sql'
import { gap, startOf, stop } from './snippet'
import { wordSearch } from './word-search'

// Words that stand in every chapter would rank them all: titles come first, then this many texts are compared.
// A phrase of such words, or a word left out, has to be looked for in the texts themselves: in so many.
export const candidates = { titles: 100, texts: 300, looks: 1_500 }

export const withWords = (
  locale: Locale,
  q: string,
  facets: string[],
  { skip, take }: { skip: number; take: number },
) => Prisma.sql`
    with ${asked(locale, q)},
    titled as materialized (
      select c.edition_id from asked, ${candidatesBy(Prisma.sql`title_words`, facets)} as c
      where c.title_words @@ asked.query and ${standsIn(locale, Prisma.sql`c.title`)} limit ${candidates.titles}),
    worded as materialized (
      select c.edition_id from asked, ${candidatesBy(Prisma.sql`words`, facets)} as c
      where c.words @@ asked.query and ${standsIn(locale, Prisma.sql`c.plain`)} limit ${candidates.texts}),
    ranked as materialized (
      select l.edition_id, l.publish_at, l.facets, ts_rank(l.words, asked.query, 1) as rank,
             l.edition_id in (select edition_id from titled) as in_title
      from asked, (select edition_id from titled union select edition_id from worded) as c
      join edition_listing l using (edition_id)),
    best as (
      select edition_id, row_number() over (order by in_title desc, rank desc, publish_at desc, edition_id) as place
      from ranked order by place offset ${skip} limit ${take})
    select ${summaryColumns}, ${seriesOfEdition} as series, ${textOf(locale)} as text,
           ${headline(locale)} as cut,
           (select count(*)::int from ranked) as total,
           case when best.place = ${skip + 1} then ${countedFacets} end as counted
    from best cross join asked join published_edition p on p.id = best.edition_id
    order by best.place`

// How many of what is compared lie in each series and tag; that it is in a language, all of them say.
const countedFacets = Prisma.sql`(
  select json_agg(f) from (
    select facet, count(*)::int as chapters from ranked, unnest(facets) as facet
    where facet not like 'in %' group by facet order by chapters desc, facet limit 80) as f)`

const asked = (locale: Locale, q: string) => Prisma.sql`
  asked as materialized (
    select query, search_loosely(query) as loosely, search_unsettled(plain) as unsettled
    from search_plain(${q}) as plain, search_query(${locale}, plain) as query)`

// What the index answers by itself, no text opened; the limit keeps Postgres from opening more than that many.
const candidatesBy = (column: Prisma.Sql, facets: string[]) => Prisma.sql`(
  select l.* from asked, edition_listing l
  where l.${column} @@ asked.loosely and l.facets @> ${facets} and l.publish_at <= now()
  limit ${candidates.looks})`

// Pairs of characters may stand apart where the words do not: they are looked up once more, as they are written.
const standsIn = (locale: Locale, text: Prisma.Sql) =>
  wordSearch[locale].stems
    ? Prisma.sql`true`
    : Prisma.sql`not exists (select from unnest(asked.unsettled) as word where strpos(${text}, word) = 0)`

const textOf = (locale: Locale) =>
  Prisma.sql`concat_ws(' ', nullif(p.summary, ''), left(p.text, ${wordSearch[locale].looked}::int))`

/** The text around what was found, folded, and marked by Postgres where it knows the words' stems; else we mark it. */
const headline = (locale: Locale) => {
  const { stems } = wordSearch[locale]
  if (!stems) return Prisma.sql`null`
  // What looks like a tag would be left out.
  const plain = Prisma.sql`translate(search_plain(${textOf(locale)}), ${`<${startOf}${stop}`}, ' ')`
  return Prisma.sql`ts_headline(
    ${`pg_catalog.${stems}`}::regconfig, ${locale === 'ar' ? Prisma.sql`search_bare(${plain})` : plain},
    asked.query,
    ${`StartSel=${startOf},StopSel=${stop},MaxWords=40,MinWords=20,MaxFragments=2,FragmentDelimiter="${gap}"`})`
}
