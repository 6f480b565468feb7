import { db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import type { Locale } from '@/lib/i18n/locales'
import { cardColumns, seriesOfEdition } from './card-sql'
import type { Found } from './published'
import { pageLength, type Search } from './rules'
import { piecesIn, snippetOf, startOf, stop } from './snippet'

export interface SearchAnswer {
  found: Found[]
  total: number
  /** There may be more than were counted. */
  more: boolean
  /** Nothing has these words; these titles look alike. */
  alike: boolean
}

// Words that stand in every chapter would rank them all: titles come first, then this many texts are compared.
const candidates = { titles: 200, texts: 400 }

/** What readers may read that has these words, best first: titles before texts, then by how often and how near. */
export async function searchChapters(locale: Locale, search: Search): Promise<SearchAnswer> {
  const facets = search.q ? await facetsOf(locale, search) : undefined
  if (!facets) return { found: [], total: 0, more: false, alike: false }
  const page = { skip: (search.page - 1) * pageLength.found, take: pageLength.found }
  const rows = await withWords(locale, search.q, facets, page)
  if (rows.length > 0 || search.page > 1) {
    const total = rows[0]?.total ?? 0
    return { found: shown(locale, search.q, rows), total, more: total >= candidates.texts, alike: false }
  }
  const alike = await withTitleLike(search.q, facets, page.take)
  return { found: shown(locale, search.q, alike), total: alike.length, more: false, alike: alike.length > 0 }
}

type Row = Omit<Found, 'snippet'> & { text: string; total: number }

const withWords = (
  locale: Locale,
  q: string,
  facets: string[],
  { skip, take }: { skip: number; take: number },
) =>
  db.$queryRaw<Row[]>`
    with asked as materialized (
      select search_query(${locale}, search_plain(${q})) as query,
             array_remove(regexp_split_to_array(search_plain(${q}), '\\s+'), '') as words),
    titled as materialized (
      select l.edition_id from asked, edition_listing l
      where l.title_words @@ asked.query and l.facets @> ${facets} and ${standsIn(locale, Prisma.sql`l.title`)}
        and l.publish_at <= now()
      limit ${candidates.titles}),
    worded as materialized (
      select l.edition_id from asked, edition_listing l
      where l.words @@ asked.query and l.facets @> ${facets} and ${standsIn(locale, Prisma.sql`l.plain`)}
        and l.publish_at <= now()
      limit ${candidates.texts}),
    ranked as materialized (
      select l.edition_id, l.publish_at, ts_rank(l.words, asked.query, 1) as rank,
             l.edition_id in (select edition_id from titled) as in_title
      from asked, (select edition_id from titled union select edition_id from worded) as c
      join edition_listing l using (edition_id)),
    counted as (
      select *, count(*) over ()::int as total from ranked
      order by in_title desc, rank desc, publish_at desc, edition_id
      offset ${skip} limit ${take})
    select ${cardColumns}, ${seriesOfEdition} as series, counted.total, ${headline(locale)} as text
    from counted cross join asked join published_edition p on p.id = counted.edition_id
    order by counted.in_title desc, counted.rank desc, counted.publish_at desc, counted.edition_id`

// Pairs of characters may stand apart where the words do not: Japanese is looked up once more, as it is written.
const standsIn = (locale: Locale, text: Prisma.Sql) =>
  locale === 'ja'
    ? Prisma.sql`not exists (select from unnest(asked.words) as word where strpos(${text}, word) = 0)`
    : Prisma.sql`true`

/** The text around what was found, marked by Postgres, which knows the words' stems; in Japanese by us. */
const headline = (locale: Locale) =>
  locale === 'ja'
    ? Prisma.sql`concat_ws(' ', nullif(p.summary, ''), left(p.text, 100000))`
    : Prisma.sql`ts_headline(
        ${locale === 'ar' ? Prisma.sql`'pg_catalog.arabic'` : Prisma.sql`'pg_catalog.english'`},
        translate(concat_ws(' ', nullif(p.summary, ''), left(p.text, 20000)), ${startOf + stop}, ''), asked.query,
        ${`StartSel=${startOf},StopSel=${stop},MaxWords=40,MinWords=20,MaxFragments=2,FragmentDelimiter=" … "`})`

/** Titles with letters like these, for those who mistype. */
const withTitleLike = (q: string, facets: string[], take: number) => db.$queryRaw<Row[]>`
  with alike as materialized (
    select l.edition_id, word_similarity(search_plain(${q}), l.title) as likeness from edition_listing l
    where search_plain(${q}) <% l.title and l.facets @> ${facets} and l.publish_at <= now()
    order by likeness desc limit ${take})
  select ${cardColumns}, ${seriesOfEdition} as series, 0 as total, left(p.text, 200) as text
  from alike join published_edition p on p.id = alike.edition_id order by alike.likeness desc, p.id`

/** The listing's names for what narrows the search; undefined when there is no such series or tag. */
async function facetsOf(locale: Locale, { series, tag }: Search): Promise<string[] | undefined> {
  const facets = [`in ${locale}`]
  if (series) {
    const found = await db.series.findUnique({ where: { slug: series }, select: { id: true } })
    if (!found) return undefined
    facets.push(`series ${found.id}`)
  }
  if (tag) {
    const found = await db.tag.findUnique({
      where: { locale_slug: { locale, slug: tag } },
      select: { id: true },
    })
    if (!found) return undefined
    facets.push(`tag ${found.id}`)
  }
  return facets
}

const shown = (locale: Locale, q: string, rows: Row[]): Found[] =>
  rows.map(({ text, total: _total, ...row }) => ({
    ...row,
    snippet: locale === 'ja' ? snippetOf(text, q.split(/\s+/)) : piecesIn(text),
  }))

/** Published chapters whose address looks like this one, for those who mistyped it. */
export const chaptersLike = (locale: Locale, slug: string) => db.$queryRaw<{ slug: string; title: string }[]>`
  with alike as materialized (
    select e.id, similarity(e.slug, ${slug}) as likeness from edition e
    where e.slug % ${slug} and e.locale = ${locale} order by likeness desc limit 20)
  select p.slug, p.title from alike join published_edition p on p.id = alike.id
  order by alike.likeness desc limit 5`
