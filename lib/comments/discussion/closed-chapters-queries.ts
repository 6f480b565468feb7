import { db } from '@/lib/db/client'
import { ensure, type Actor } from '@/lib/people/permissions'

/** The chapters whose comments may be closed or opened: all that are closed, and the newest of the others. */
export async function chaptersForComments(actor: Actor) {
  ensure(actor, 'moderate comments')
  return db.$queryRaw<{ id: string; title: string; closed: boolean }[]>`
    select c.id, c.comments_closed as closed, coalesce(
      (select r.title from edition e join revision r on r.edition_id = e.id
       where e.chapter_id = c.id order by (e.locale = 'en') desc, r.number desc limit 1), trim_scale(c.number)::text) as title
    from chapter c order by c.comments_closed desc, c.created_at desc, c.id limit 500`
}
