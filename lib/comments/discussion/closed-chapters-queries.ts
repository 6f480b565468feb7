import { deskPage, type DeskPlace } from '@/lib/chapters/writing/list-queries'
import { readDeskList } from '@/lib/chapters/writing/schema'
import { db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { ensure, type Actor } from '@/lib/people/permissions'

export interface ChapterForComments {
  id: string
  title: string
  closed: boolean
}

export interface ChaptersForComments {
  /** The newest of those that are closed. */
  closed: ChapterForComments[]
  /** More are closed than these. */
  hasMore: boolean
  /** What was looked for, as it was read. */
  words?: string
  found: ChapterForComments[]
}

const most = { closed: 50, found: 10 }

/** Chapters that are closed for comments, and those with words in their title or that of their series. */
export async function chaptersForComments(actor: Actor, given?: unknown): Promise<ChaptersForComments> {
  ensure(actor, 'moderate comments')
  const { q: words } = readDeskList({ q: given })
  const [closed, found] = await Promise.all([
    db.$queryRaw<ChapterForComments[]>`
      select ${shown} from chapter c
      where c.comments_closed order by c.created_at desc, c.id limit ${most.closed + 1}`,
    words ? chaptersWith(words) : [],
  ])
  return { closed: closed.slice(0, most.closed), hasMore: closed.length > most.closed, words, found }
}

async function chaptersWith(words: string): Promise<ChapterForComments[]> {
  const places = await db.$queryRaw<DeskPlace[]>(deskPage({ q: words }))
  const ids = places.slice(0, most.found).map(({ chapterId }) => chapterId)
  return db.$queryRaw<ChapterForComments[]>`
    select ${shown} from unnest(${ids}::uuid[]) with ordinality as f (id, place) join chapter c on c.id = f.id
    order by f.place`
}

const shown = Prisma.sql`c.id, c.comments_closed as closed, coalesce(
  (select r.title from edition e join revision r on r.edition_id = e.id
   where e.chapter_id = c.id order by (e.locale = 'en') desc, r.number desc limit 1), trim_scale(c.number)::text) as title`
