import { deskPage, type DeskPlace } from '@/lib/chapters/writing/list-queries'
import { readDeskList } from '@/lib/chapters/writing/schema'
import { discussionSettings } from '@/lib/comments/discussion/queries'
import { db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { uuidIn } from '@/lib/kernel/ids'
import { ensure, type Actor } from '@/lib/people/permissions'
import { againstTarget, type TargetProblem } from './target-queries'

interface PlaceForComment {
  editionId: string
  locale: string
  title: string
  number: string
  /** Why no comment can be moved there. */
  problem: TargetProblem | null
}

export interface PlacesForComment {
  /** Where it stands. */
  here: { editionId: string; locale: string; title: string }
  /** How many comments answer it, as far as anybody counts. */
  answers: number
  /** What was looked for, as it was read. */
  words?: string
  places: PlaceForComment[]
}

// Of what readers see, or else of what was saved last.
const title = Prisma.sql`coalesce((
  select r.title from revision r left join publication pub on pub.revision_id = r.id
  where r.edition_id = e.id order by pub.revision_id nulls last, r.number desc limit 1), e.slug)`

const most = { chapters: 20, answers: 100 }

/** Where a comment could be moved: what fits some words, or else the chapters of its own series that are beside it. */
export async function placesForComment(
  actor: Actor,
  given: unknown,
  looked?: unknown,
): Promise<PlacesForComment | undefined> {
  ensure(actor, 'moderate comments')
  const id = uuidIn(given)
  const { q: words } = readDeskList({ q: looked })
  const [here] = id
    ? await db.$queryRaw<
        { editionId: string; locale: string; title: string; chapterId: string; answers: number }[]
      >`
        select e.id as "editionId", e.locale, e.chapter_id as "chapterId", ${title} as title,
          (select count(*)::int from (
            select from comment a where a.parent_id = c.id limit ${most.answers + 1}::int) as few) as answers
        from comment c join edition e on e.id = c.edition_id where c.id = ${id}::uuid`
    : []
  if (!here) return undefined
  const chapters = words ? await chaptersWith(words) : await chaptersBeside(here.chapterId)
  const { closeAfterDays } = await discussionSettings()
  const places = await db.$queryRaw<PlaceForComment[]>`
    select e.id as "editionId", e.locale, ${title} as title, trim_scale(c.number)::text as number,
      ${againstTarget(closeAfterDays)} as problem
    from unnest(${chapters}::uuid[]) with ordinality as f (id, place)
    join chapter c on c.id = f.id join edition e on e.chapter_id = c.id left join publication p on p.edition_id = e.id
    where e.id <> ${here.editionId}::uuid
    order by f.place, e.locale <> ${here.locale}, e.locale`
  const { chapterId: _chapter, answers, ...place } = here
  return { here: place, answers, words, places }
}

async function chaptersWith(words: string): Promise<string[]> {
  const places = await db.$queryRaw<DeskPlace[]>(deskPage({ q: words }))
  return places.slice(0, most.chapters).map(({ chapterId }) => chapterId)
}

/** Its own chapter, for other languages, and those of the series whose numbers are nearest. */
async function chaptersBeside(chapterId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    select near.id from chapter own cross join lateral (
      (select c.id, c.number from chapter c where c.series_id = own.series_id and c.number >= own.number
       order by c.number limit ${most.chapters / 2}::int)
      union all
      (select c.id, c.number from chapter c where c.series_id = own.series_id and c.number < own.number
       order by c.number desc limit ${most.chapters / 2}::int)) as near
    where own.id = ${chapterId}::uuid order by abs(near.number - own.number), near.number`
  return rows.map(({ id }) => id)
}
