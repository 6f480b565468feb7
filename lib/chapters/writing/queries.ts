import { z } from 'zod'
import { db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import type { Locale } from '@/lib/i18n/locales'
import { ensure, type Actor } from '@/lib/people/permissions'
import type { PublishedChapter } from '../reading/types'
import { readingMinutes } from '../reading/reading-time'
import { shownSource, type EditionState } from '../rules'
import { likeWords, readDeskList } from './schema'

// What the desk shows of chapters: drafts and states that readers never see.

export interface EditionRow {
  editionId: string
  chapterId: string
  seriesId: string
  seriesSlug: string
  seriesTitle: string
  number: number
  locale: Locale
  slug: string
  title: string
  state: EditionState
  publishAt: Date | null
  /** Withdrawn for good. */
  gone: boolean
  /** Has something been saved that readers do not see yet? */
  changed: boolean
  savedAt: Date
  savedBy: string | null
}

// Called off before its time it was never out: a draft again.
const state = Prisma.sql`case
  when p.edition_id is null or p.withdrawn_at < p.publish_at then 'draft'
  when p.withdrawn_at is not null then 'withdrawn'
  when p.publish_at > now() then 'scheduled'
  else 'published' end`

/** Editions with what the desk shows of each, to be narrowed. */
export const editionRows = Prisma.sql`
  select e.id as "editionId", e.chapter_id as "chapterId", c.series_id as "seriesId", s.slug as "seriesSlug", c.number::float8 as number,
         e.locale, e.slug, r.title, ${state} as state, p.publish_at as "publishAt", p.gone_at is not null as gone,
         coalesce(p.withdrawn_at is null and p.revision_id <> r.id, false) as changed,
         r.at as "savedAt", a.name as "savedBy",
         coalesce((select t.title from series_title t where t.series_id = c.series_id
                   order by t.locale <> 'en', t.locale limit 1), '') as "seriesTitle"
  from edition e
  join chapter c on c.id = e.chapter_id
  join series s on s.id = c.series_id
  join lateral (select * from revision r where r.edition_id = e.id order by r.number desc limit 1) r on true
  left join publication p on p.edition_id = e.id
  left join person a on a.id = r.author_id`

export interface SeriesChoice {
  slug: string
  title: string
  nextNumber: number
}

const mostSeries = 20

/** The series that were worked on last, or those with these words in a title: few enough to choose from. */
export async function seriesChoices(actor: Actor | undefined, given?: unknown): Promise<SeriesChoice[]> {
  ensure(actor, 'write chapters')
  const { q } = readDeskList({ q: given })
  return db.$queryRaw<SeriesChoice[]>(q ? seriesWith(q) : newestSeries)
}

// The series of the newest drafts and publications; one without a chapter is found by its words.
const newestSeries = seriesIn(Prisma.sql`
  select c.series_id as id, min(d.place) as place
  from (select chapter_id, row_number() over () as place from (
    select chapter_id from desk_edition order by saved_at desc, edition_id desc limit 500) newest) d
  join chapter c on c.id = d.chapter_id group by 1`)

/** (The plan of this is tested on a large site.) */
export const seriesWith = (words: string) =>
  seriesIn(Prisma.sql`
    select series_id as id, min(length(title)) as place from series_title
    where search_plain(title) like search_plain(${likeWords(words)}) group by 1`)

function seriesIn(chosen: Prisma.Sql) {
  return Prisma.sql`
    select s.slug,
      (select coalesce(floor(max(c.number)), 0)::int + 1 from chapter c where c.series_id = s.id) as "nextNumber",
      coalesce((select t.title from series_title t where t.series_id = s.id
                order by t.locale <> 'en', t.locale limit 1), s.slug) as title
    from (select * from (${chosen}) found order by place, id limit ${mostSeries}) f join series s on s.id = f.id
    order by f.place, s.id`
}

/** An edition as its editor opens it: the newest revision with everything beside it. */
export async function editionForWriting(actor: Actor | undefined, editionId: unknown) {
  ensure(actor, 'write chapters')
  const id = z.uuid().safeParse(editionId)
  if (!id.success) return undefined
  const [row] = await db.$queryRaw<EditionRow[]>`${editionRows} where e.id = ${id.data}::uuid`
  if (!row) return undefined
  const { revisions, tags, chapter, translator } = await db.edition.findUniqueOrThrow({
    where: { id: id.data },
    select: {
      translator: true,
      tags: { select: { tag: { select: { name: true } } }, orderBy: { tag: { name: 'asc' } } },
      revisions: {
        orderBy: { number: 'desc' },
        take: 1,
        select: { id: true, number: true, summary: true, doc: true },
      },
      chapter: {
        select: {
          originalDate: true,
          source: true,
          editions: { select: { id: true, locale: true }, orderBy: { locale: 'asc' } },
          series: { select: { titles: { select: { locale: true } } } },
          _count: { select: { rankings: true } },
        },
      },
    },
  })
  const { id: revisionId, ...newest } = revisions[0]!
  return {
    ...row,
    ...newest,
    revisionId,
    revision: newest.number,
    number: row.number,
    translator,
    tags: tags.map(({ tag }) => tag.name),
    originalDate: chapter.originalDate,
    source: chapter.source && shownSource(chapter.source),
    rankings: chapter._count.rankings,
    editions: chapter.editions as { id: string; locale: Locale }[],
    seriesLocales: chapter.series.titles.map(({ locale }) => locale),
  }
}
export type EditionForWriting = NonNullable<Awaited<ReturnType<typeof editionForWriting>>>

/** A revision as readers would see it, the newest when none is named; and whether they do. */
export async function chapterForPreview(actor: Actor | undefined, editionId: unknown, revisionId?: unknown) {
  const edition = await editionForWriting(actor, editionId)
  const id = z.uuid().optional().safeParse(revisionId)
  if (!edition || !id.success) return undefined
  const revision = await db.revision.findFirst({
    where: { editionId: edition.editionId, id: id.data },
    orderBy: { number: 'desc' },
    select: {
      id: true,
      number: true,
      title: true,
      summary: true,
      html: true,
      text: true,
      at: true,
      publications: true,
    },
  })
  if (!revision) return undefined
  const { title, summary, html, text } = revision
  const { chapterId, locale, slug, number, originalDate, source, translator, publishAt } = edition
  const chapter: PublishedChapter = {
    editionId: edition.editionId,
    chapterId,
    locale,
    slug,
    number,
    title,
    summary,
    html,
    source,
    // A preview leads nowhere.
    translator: translator === null ? null : { name: translator, slug: '' },
    originalDate,
    publishedAt: publishAt ?? new Date(),
    minutes: readingMinutes(locale, text),
    revisedAt: revision.at,
    series: { slug: edition.seriesSlug, title: edition.seriesTitle },
    tags: edition.tags.map((name) => ({ slug: name, name })),
    previous: null,
    next: null,
    translations: [],
    card: null,
    opening: '',
  }
  const isShown = edition.state === 'published' && revision.publications.length > 0
  return { chapter, version: revision.number, isShown }
}

/** A chapter's places in rankings, as somebody at the desk sees and corrects them, newest first. */
export async function rankingsForDesk(actor: Actor | undefined, chapterId: string) {
  ensure(actor, 'write chapters')
  return db.rankingFact.findMany({
    where: { chapterId },
    orderBy: [{ asOf: 'desc' }, { place: 'asc' }, { id: 'asc' }],
    take: 500,
  })
}
export type DeskRanking = Awaited<ReturnType<typeof rankingsForDesk>>[number]
