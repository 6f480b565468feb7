import { z } from 'zod'
import { db } from '@/lib/db/client'
import { locales, type Locale } from '@/lib/i18n/locales'
import type { Removed } from '../rules'
import { discussionSettings } from '../discussion/queries'

/** A comment as readers see it: never an e-mail address, never where it came from. */
export interface PublishedComment {
  id: string
  parentId: string | null
  name: string
  url: string | null
  text: string
  locale: string
  sentAt: Date
  /** Written at the desk, by somebody of the staff. */
  byStaff: boolean
}

export interface ThreadPage {
  comments: PublishedComment[]
  /** Those who are answered here and whose comment is on another page. */
  answered: { id: string; name: string }[]
  /** What was removed and is answered here. */
  removed: Removed[]
  /** The languages of the whole thread. */
  languages: string[]
  total: number
  page: number
  pages: number
  /** The page that stands below the chapter itself. */
  home: number
}

const shownColumns = {
  id: true,
  parentId: true,
  name: true,
  url: true,
  text: true,
  locale: true,
  sentAt: true,
  staffId: true,
  deletedParent: true,
} as const

type Shown = Omit<PublishedComment, 'byStaff'> & { staffId: string | null; deletedParent: string | null }

// What answered a comment that was deleted for good still answers that, and nothing else.
const asPublished = ({ staffId, deletedParent, ...comment }: Shown): PublishedComment => ({
  ...comment,
  parentId: deletedParent ?? comment.parentId,
  byStaff: staffId !== null,
})

/**
 * A page of a chapter's approved comments, in the order in which they came: a comment that comes later stands on
 * the last page and moves nothing. Without a number, the page that stands below the chapter. Nothing when there is
 * no such page.
 */
export async function publishedThread(chapterId: string, wish?: number): Promise<ThreadPage | undefined> {
  if (!z.guid().safeParse(chapterId).success) return undefined
  const where = { chapterId, status: 'approved' } as const
  const [{ pageSize, firstPage }, total] = await Promise.all([
    discussionSettings(),
    db.comment.count({ where }),
  ])
  const pages = Math.max(1, Math.ceil(total / pageSize))
  const home = firstPage === 'newest' ? pages : 1
  const page = wish ?? home
  if (!Number.isInteger(page) || page < 1 || page > pages) return undefined
  const comments = await db.comment.findMany({
    where,
    orderBy: [{ sentAt: 'asc' }, { id: 'asc' }],
    select: shownColumns,
    skip: (page - 1) * pageSize,
    take: pageSize,
  })
  const languages =
    pages === 1 ? [...new Set(comments.map(({ locale }) => locale))] : await languagesOf(chapterId)
  return {
    comments: comments.map(asPublished),
    ...(await standingElsewhere(chapterId, comments)),
    languages,
    total,
    page,
    pages,
    home,
  }
}

// How far up what was removed is followed: deeper than any thread is shown.
const mostAbove = 20

/**
 * What the comments of a page answer that does not stand on it: comments of other pages, and such as were removed.
 * A reply can only be written below a comment that readers see, so whatever is not shown there now was shown once.
 */
async function standingElsewhere(
  chapterId: string,
  comments: readonly Pick<Shown, 'id' | 'parentId' | 'deletedParent'>[],
): Promise<Pick<ThreadPage, 'answered' | 'removed'>> {
  const here = new Set(comments.map(({ id }) => id))
  const elsewhere = comments.flatMap(({ parentId }) => (parentId && !here.has(parentId) ? [parentId] : []))
  const rows =
    elsewhere.length === 0
      ? []
      : await db.$queryRaw<{ start: string; id: string; name: string; shown: boolean }[]>`
    with recursive above as (
      select c.id as start, c.id, c.parent_id, c.status, c.name, 0 as steps
      from comment c where c.id = any (${[...new Set(elsewhere)]}::uuid[]) and c.chapter_id = ${chapterId}::uuid
      union all
      select a.start, p.id, p.parent_id, p.status, p.name, a.steps + 1
      from above a join comment p on p.id = a.parent_id
      where a.status <> 'approved' and a.steps < ${mostAbove}::int)
    select start, id, case when status = 'approved' then name else '' end as name, status = 'approved' as shown
    from above where steps = 0 or status = 'approved'`
  const shown = rows.filter((row) => row.shown)
  const nearest = new Map(shown.map(({ start, id }) => [start, id]))
  const answered = new Map(shown.filter(({ id }) => !here.has(id)).map(({ id, name }) => [id, { id, name }]))
  const removed = rows
    .filter((row) => !row.shown)
    .map(({ id }): Removed => ({ id, parentId: nearest.get(id) ?? null, removed: true }))
  // What was deleted for good stands where its answers do: below what it answered itself.
  const deleted = comments.flatMap(({ parentId, deletedParent }): Removed[] => {
    if (!deletedParent) return []
    const above = parentId && (here.has(parentId) ? parentId : nearest.get(parentId))
    return [{ id: deletedParent, parentId: above ?? null, removed: true }]
  })
  return { answered: [...answered.values()], removed: [...removed, ...deleted] }
}

async function languagesOf(chapterId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ locale: string }[]>`
    select locale from unnest(${[...locales]}::text[]) with ordinality as one (locale, place)
    where exists (
      select from comment c
      where c.chapter_id = ${chapterId}::uuid and c.status = 'approved' and c.locale = one.locale)
    order by place`
  return rows.map(({ locale }) => locale)
}

/** On which page of its chapter's thread an approved comment stands, and which of them is below the chapter. */
export async function pageOfComment(
  locale: Locale,
  slug: string,
  id: string,
): Promise<{ page: number; home: number } | undefined> {
  const [found] = await db.$queryRaw<{ before: number; total: number }[]>`
    select count(*) filter (where (b.sent_at, b.id) < (c.sent_at, c.id))::int as before, count(*)::int as total
    from comment c join published_edition p on p.chapter_id = c.chapter_id
    join comment b on b.chapter_id = c.chapter_id and b.status = 'approved'
    where c.id = ${id}::uuid and c.status = 'approved' and p.locale = ${locale} and p.slug = ${slug}
    group by c.id`
  if (!found) return undefined
  const { pageSize, firstPage } = await discussionSettings()
  return {
    page: Math.floor(found.before / pageSize) + 1,
    home: firstPage === 'newest' ? Math.ceil(found.total / pageSize) : 1,
  }
}

/** Where a comment stands that somebody of the staff has moved to another chapter: its own edition, or better the reader's. */
export async function chapterOfMoved(
  locale: Locale,
  id: string,
): Promise<{ locale: string; slug: string } | undefined> {
  const [found] = await db.$queryRaw<{ locale: string; slug: string }[]>`
    select p.locale, p.slug from comment c join published_edition p on p.chapter_id = c.chapter_id
    where c.id = ${id}::uuid and c.status = 'approved'
      and exists (select from comment_relocation r where r.comment_id = c.id)
    order by p.locale <> ${locale}, p.id <> c.edition_id limit 1`
  return found
}

/** The newest approved comments of a chapter, newest first. */
export async function newestComments(chapterId: string, take = 20): Promise<PublishedComment[]> {
  const comments = await db.comment.findMany({
    where: { chapterId, status: 'approved' },
    orderBy: [{ sentAt: 'desc' }, { id: 'desc' }],
    select: shownColumns,
    take,
  })
  return comments.map(asPublished)
}
