import { db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { writePlace, type ListPlace } from '@/lib/kernel/list-place'
import { ensure, type Actor } from '@/lib/people/permissions'
import type { EditionState } from '../rules'
import { editionRows, type EditionRow } from './queries'
import { deskListLength, likeWords, readDeskList, type DeskListWish } from './schema'

// Lists of the desk come from `desk_edition`, which triggers keep: none of them grows with the tables.

export interface DeskChapters {
  /** The editions of each chapter, the chapter that was saved last first. */
  chapters: EditionRow[][]
  /** Where the next page begins, if there is one. */
  next?: string
  /** What was asked for, as it was read. */
  wish: DeskListWish
}

/** A page of chapters: those that have an edition of this language, in this state, with these words in its title. */
export async function deskChapters(actor: Actor | undefined, given: unknown): Promise<DeskChapters> {
  ensure(actor, 'write chapters')
  const wish = readDeskList(given)
  const places = await db.$queryRaw<DeskPlace[]>(deskPage(wish))
  const shown = places.slice(0, deskListLength)
  const rows = await db.$queryRaw<EditionRow[]>`
    ${editionRows} where e.chapter_id = any (${shown.map(({ chapterId }) => chapterId)}::uuid[]) order by e.locale`
  const ofChapter = Map.groupBy(rows, ({ chapterId }) => chapterId)
  return {
    wish,
    chapters: shown.flatMap(({ chapterId }) => [ofChapter.get(chapterId) ?? []]),
    ...(places.length > shown.length && { next: writePlace(shown.at(-1)!) }),
  }
}

/** Where a chapter stands in a list. */
export interface DeskPlace extends ListPlace {
  chapterId: string
}

/**
 * One chapter more than a page has, each at the place of the edition of it that fits and was saved last. (The plans of
 * this are tested on a large site.)
 */
export function deskPage(wish: DeskListWish) {
  const { after } = wish
  return Prisma.sql`
    select d.chapter_id as "chapterId", d.edition_id as id, d.saved_at as at from desk_edition d
    where ${fits(Prisma.sql`d`, wish)}
      ${after ? Prisma.sql`and (d.saved_at, d.edition_id) < (${after.at}, ${after.id}::uuid)` : Prisma.empty}
      and not exists (
        select from desk_edition n where n.chapter_id = d.chapter_id and ${fits(Prisma.sql`n`, wish)}
          and (n.saved_at, n.edition_id) > (d.saved_at, d.edition_id))
    order by d.saved_at desc, d.edition_id desc limit ${deskListLength + 1}`
}

function fits(row: Prisma.Sql, { q, locale, state }: DeskListWish) {
  return Prisma.sql`true
    ${locale ? Prisma.sql`and ${row}.locale = ${locale}` : Prisma.empty}
    ${state ? Prisma.sql`and ${isIn[state](row)}` : Prisma.empty}
    ${q ? Prisma.sql`and ${row}.folded like search_plain(${likeWords(q)})` : Prisma.empty}`
}

const isIn: Record<EditionState, (row: Prisma.Sql) => Prisma.Sql> = {
  draft: (row) => Prisma.sql`${row}.state = 'draft'`,
  withdrawn: (row) => Prisma.sql`${row}.state = 'withdrawn'`,
  published: (row) => Prisma.sql`${row}.state = 'out' and ${row}.publish_at <= now()`,
  scheduled: (row) => Prisma.sql`${row}.state = 'out' and ${row}.publish_at > now()`,
}

/** What was worked on last and readers do not see. */
export async function newestDrafts(actor: Actor | undefined, take = 6): Promise<EditionRow[]> {
  ensure(actor, 'write chapters')
  return db.$queryRaw<EditionRow[]>`
    with newest as (
      (select edition_id from desk_edition where waiting order by saved_at desc, edition_id desc limit ${take})
      union
      (select edition_id from desk_edition where state = 'out' and publish_at > now()
       order by publish_at limit ${take}))
    ${editionRows} where e.id in (select edition_id from newest)
    order by r.at desc, e.id limit ${take}`
}

/** How many editions there are of each state; counted when they change, and not here. */
export async function editionCounts(actor: Actor | undefined): Promise<Record<EditionState, number>> {
  ensure(actor, 'write chapters')
  const [row] = await db.$queryRaw<{ draft: number; out: number; withdrawn: number; scheduled: number }[]>`
    select coalesce(sum(count) filter (where state = 'draft'), 0)::int as draft,
      coalesce(sum(count) filter (where state = 'out'), 0)::int as out,
      coalesce(sum(count) filter (where state = 'withdrawn'), 0)::int as withdrawn,
      (select count(*) from desk_edition d where d.state = 'out' and d.publish_at > now())::int as scheduled
    from desk_edition_count`
  const { draft, out, withdrawn, scheduled } = row!
  return { draft, scheduled, published: out - scheduled, withdrawn }
}
