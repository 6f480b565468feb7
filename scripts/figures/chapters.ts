import type { ClientBase } from 'pg'
import type { Locale } from '@/lib/i18n/locales'
import { newId } from '@/lib/kernel/ids'
import { withoutIndexes } from './without-indexes'
import { chapterWords } from './words'

const hour = 3_600_000
const portion = 1_000
const inSeries = 50
const tags = 40
/** How many words a chapter has: every fiftieth is a long one. */
export interface Length {
  short: number
  long: number
}

type State = 'published' | 'waiting' | 'scheduled' | 'draft' | 'withdrawn'

interface Options {
  /** Nobody uses the database meanwhile, so that indexes can be made at the end. */
  alone?: boolean
  length?: Length
}

/**
 * Makes this many chapters in series of 50, an hour apart from 2015 on. All of them are published in English, at
 * `/en/chapters/grown-1` and so on, each with a word of its own (`number1`); three of ten have a Japanese edition and one
 * of ten an Arabic one, and of those some are drafts, scheduled or withdrawn.
 */
export async function manyChapters(
  client: ClientBase,
  count: number,
  { alone = false, length = { short: 90, long: 1_200 } }: Options = {},
) {
  await client.query('begin')
  const series = await manySeries(client, Math.ceil(count / inSeries))
  const tagIds = await manyTags(client)
  const fill = async () => {
    for (let from = 1; from <= count; from += portion) {
      const numbers = Array.from({ length: Math.min(portion, count - from + 1) }, (_, place) => from + place)
      await insertChapters(client, numbers, { series, tagIds, length })
    }
  }
  await (alone ? withoutIndexes(client, ['edition_listing', 'desk_edition'], fill) : fill())
  await client.query('commit')
  await client.query('vacuum analyze')
  await client.query('checkpoint') // or Postgres writes for minutes while others measure
  await client.query(`select pg_notify('site_changed', 'site')`)
}

async function manySeries(client: ClientBase, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => newId())
  await client.query(
    `insert into series (id, slug)
     select id, 'grown-' || place from unnest($1::uuid[]) with ordinality as s (id, place)`,
    [ids],
  )
  await client.query(
    `insert into series_title (series_id, locale, title)
     select id, locale, name || place from unnest($1::uuid[]) with ordinality as s (id, place),
       (values ('en', 'Series grown-'), ('ja', '長い物語・第'), ('ar', 'سلسلة ')) as named (locale, name)`,
    [ids],
  )
  return ids
}

async function manyTags(client: ClientBase): Promise<Record<Locale, string[]>> {
  const { rows } = await client.query<{ locale: Locale; ids: string[] }>(
    `with made as (
       insert into tag (id, locale, slug, name)
       select gen_random_uuid(), locale, 'grown-' || place, name || place
       from generate_series(1, $1::int) as place, (values ('en', 'Subject '), ('ja', '話題'), ('ar', 'موضوع ')) as named (locale, name)
       returning id, locale)
     select locale, array_agg(id) as ids from made group by locale`,
    [tags],
  )
  return Object.fromEntries(rows.map(({ locale, ids }) => [locale, ids])) as Record<Locale, string[]>
}

interface MadeEdition {
  id: string
  revision: string
  chapter: string
  locale: Locale
  slug: string
  title: string
  text: string
  at: Date
  state: State
  tag: string
}

interface Among {
  series: string[]
  tagIds: Record<Locale, string[]>
  length: Length
}

async function insertChapters(client: ClientBase, numbers: number[], { series, ...among }: Among) {
  const chapters = numbers.map((number) => ({
    number,
    id: newId(timeOf(number).getTime()),
    series: series[Math.floor((number - 1) / inSeries)]!,
  }))
  const editions = chapters.flatMap(({ number, id }) => editionsOf(number, id, among))
  const column = <Name extends keyof MadeEdition>(name: Name) => editions.map((one) => one[name])
  await client.query(
    `insert into chapter (id, series_id, number, created_at)
     select * from unnest($1::uuid[], $2::uuid[], $3::int[], $4::timestamptz[])`,
    [chapters.map((one) => one.id), chapters.map((one) => one.series), numbers, numbers.map(timeOf)],
  )
  await client.query(
    `insert into edition (id, chapter_id, locale, slug, created_at)
     select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::timestamptz[])`,
    [column('id'), column('chapter'), column('locale'), column('slug'), column('at')],
  )
  await client.query(
    `insert into revision (id, edition_id, number, title, summary, doc, html, text, at)
     select id, edition, 1, title, 'A summary of ' || title,
       jsonb_build_object('type', 'doc', 'content', jsonb_build_array(jsonb_build_object('type', 'paragraph',
         'content', jsonb_build_array(jsonb_build_object('type', 'text', 'text', text))))),
       '<p>' || text || '</p>', text, at
     from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::timestamptz[]) as made (id, edition, title, text, at)`,
    [column('revision'), column('id'), column('title'), column('text'), column('at')],
  )
  // Before it is published: the list of what is out is then written once.
  await client.query(
    `insert into edition_tag (edition_id, tag_id) select * from unnest($1::uuid[], $2::uuid[])`,
    [column('id'), column('tag')],
  )
  await client.query(
    `insert into publication (edition_id, revision_id, publish_at, scheduled, withdrawn_at)
     select edition, revision, case state when 'scheduled' then now() + interval '30 days' else at end,
       state = 'scheduled', case state when 'withdrawn' then at + interval '30 days' end
     from unnest($1::uuid[], $2::uuid[], $3::timestamptz[], $4::text[]) as made (edition, revision, at, state)
     where state <> 'draft'`,
    [column('id'), column('revision'), column('at'), column('state')],
  )
  await client.query(
    `insert into revision (id, edition_id, number, title, summary, doc, html, text, at)
     select gen_random_uuid(), edition_id, 2, title || ' (2)', summary, doc, html, text, at + interval '3 days'
     from revision where id = any ($1::uuid[])`,
    [editions.filter(({ state }) => state === 'waiting').map(({ revision }) => revision)],
  )
}

const timeOf = (number: number) => new Date(Date.UTC(2015, 0, 1) + number * hour)

function editionsOf(
  number: number,
  chapter: string,
  { tagIds, length }: Omit<Among, 'series'>,
): MadeEdition[] {
  const locales: Locale[] = [
    'en',
    ...(number % 10 < 3 ? ['ja' as const] : []),
    ...(number % 10 === 7 ? ['ar' as const] : []),
  ]
  return locales.map((locale) => {
    const { title, text } = chapterWords(locale, number, length)
    const at = timeOf(number)
    return {
      id: newId(at.getTime()),
      revision: newId(at.getTime()),
      chapter,
      locale,
      slug: `grown-${number}`,
      title: `${title} ${number}`,
      text: `${text} number${number}`,
      at,
      state: stateOf(locale, number),
      tag: tagIds[locale][number % tags]!,
    }
  })
}

function stateOf(locale: Locale, number: number): State {
  if (locale === 'en') return number % 40 === 0 ? 'waiting' : 'published'
  if (number % 100 === 1 || number % 100 === 17) return 'draft'
  if (number % 100 === 11) return 'withdrawn'
  return number % 1_000 === 2 ? 'scheduled' : 'published'
}
