import { db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import type { Locale } from '@/lib/i18n/locales'
import { cardColumns, seriesOfEdition } from '../reading/summary-sql'
import { narrowingOf, type CountedFacet } from './facet-queries'
import type { SearchHit, Narrowing } from '../reading/types'
import { pageLength, type Search } from '../rules'
import { gap, piecesIn, snippetOf, startOf, stop } from './snippet'
import { wordSearch } from './word-search'

export interface SearchAnswer {
  found: SearchHit[]
  total: number
  /** There may be more than were counted. */
  more: boolean
  /** Nothing has these words; these titles look alike. */
  alike: boolean
  /** Only words were asked for that nearly every chapter has and nobody looks up. */
  common: boolean
  /** What it may be narrowed to, or is. */
  narrowing: Narrowing
}

// Words that stand in every chapter would rank them all: titles come first, then this many texts are compared.
// A phrase of such words, or a word left out, has to be looked for in the texts themselves: in so many.
const candidates = { titles: 100, texts: 300, looks: 1_500 }

/** What readers may read that has these words, best first: titles before texts, then by how often and how near. */
export async function searchChapters(locale: Locale, search: Search): Promise<SearchAnswer> {
  const facets = search.q ? await facetsOf(locale, search) : undefined
  if (!facets)
    return {
      found: [],
      total: 0,
      more: false,
      alike: false,
      common: false,
      narrowing: { series: [], tags: [] },
    }
  const page = { skip: (search.page - 1) * pageLength.found, take: pageLength.found }
  const rows = await db.$queryRaw<Row[]>(withWords(locale, search.q, facets, page))
  const narrowing = await narrowingOf(
    locale,
    rows[0]?.counted ?? facets.map((facet) => ({ facet, chapters: 0 })),
  )
  if (rows.length > 0 || search.page > 1) {
    const total = rows[0]?.total ?? 0
    const more = total >= candidates.texts
    return { found: shown(locale, search.q, rows), total, more, alike: false, common: false, narrowing }
  }
  const alike = await db.$queryRaw<Row[]>(withTitleLike(wantedIn(search.q), facets, page.take))
  const found = shown(locale, search.q, alike)
  const common = alike.length === 0 && (await isCommon(locale, search.q))
  return { found, total: alike.length, more: false, alike: alike.length > 0, common, narrowing }
}

async function isCommon(locale: Locale, q: string) {
  if (!wordSearch[locale].hasStopWords) return false
  const [row] = await db.$queryRaw<{ common: boolean }[]>`
    select numnode(search_query(${locale}, plain)) = 0
           and querytree(websearch_to_tsquery('simple', plain)) not in ('', 'T') as common
    from search_plain(${q}) as plain`
  return row!.common
}

type Row = Omit<SearchHit, 'snippet'> & {
  text: string
  /** What Postgres cut out of it. */
  cut: string | null
  total: number
  counted: CountedFacet[] | null
}

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
    select ${cardColumns}, ${seriesOfEdition} as series, ${textOf(locale)} as text,
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

// A word of three letters is like too many others, and so are more titles than these.
const likeness = { characters: 4, looks: 500 }

const wantedIn = (q: string) => q.replace(/(^|\s)-("[^"]*"?|\S*)/g, ' ').trim()

/** Titles with letters like these, for those who mistype. */
export const withTitleLike = (q: string, facets: string[], take: number) => Prisma.sql`
  with looked as materialized (
    select l.edition_id, l.title from edition_listing l
    where search_plain(${q}) <% l.title and l.facets @> ${facets} and l.publish_at <= now()
      and char_length(search_plain(${q})) >= ${likeness.characters}
    limit ${likeness.looks}),
  alike as (
    select edition_id, word_similarity(search_plain(${q}), title) as likeness from looked
    order by likeness desc limit ${take})
  select ${cardColumns}, ${seriesOfEdition} as series, left(p.text, 200) as text, null as cut, 0 as total, null as counted
  from alike join published_edition p on p.id = alike.edition_id order by alike.likeness desc, p.id`

/** The listing's names for what narrows the search; undefined when readers know of no such series or tag. */
export async function facetsOf(locale: Locale, { series, tag }: Search): Promise<string[] | undefined> {
  const facets = [`in ${locale}`]
  if (series) {
    const found = await db.series.findUnique({ where: { slug: series }, select: { id: true } })
    if (!found || !(await isKnown(locale, `series ${found.id}`))) return undefined
    facets.push(`series ${found.id}`)
  }
  if (tag) {
    const found = await db.tag.findUnique({
      where: { locale_slug: { locale, slug: tag } },
      select: { id: true },
    })
    if (!found || !(await isKnown(locale, `tag ${found.id}`))) return undefined
    facets.push(`tag ${found.id}`)
  }
  return facets
}

/** Is a chapter of this facet out in this language? One that is only written or planned gives nothing its name. */
async function isKnown(locale: Locale, facet: string): Promise<boolean> {
  const rows = await db.$queryRaw<object[]>`
    select from edition_listing l join published_edition p on p.id = l.edition_id
    where l.facets @> ${[`in ${locale}`, facet]}::text[] limit 1`
  return rows.length > 0
}

const shown = (locale: Locale, q: string, rows: Row[]): SearchHit[] =>
  rows.map(({ text, cut, total: _total, counted: _counted, ...row }) => ({
    ...row,
    snippet:
      cut === null
        ? snippetOf(text, q.split(/\s+/))
        : piecesIn(cut, text, {
            isArabic: locale === 'ar',
            goesOn: text.length >= wordSearch[locale].looked,
          }),
  }))

/** Published chapters whose address looks like this one, for those who mistyped it. */
export const chaptersLike = (locale: Locale, slug: string) =>
  db.$queryRaw<{ slug: string; title: string }[]>`
  with looked as materialized (
    select e.id, e.slug from edition e where e.slug % ${slug} and e.locale = ${locale} limit ${likeness.looks}),
  alike as materialized (
    select id, similarity(slug, ${slug}) as likeness from looked order by likeness desc limit 20)
  select p.slug, p.title from alike join published_edition p on p.id = alike.id
  order by alike.likeness desc limit 5`
