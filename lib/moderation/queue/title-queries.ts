import { db } from '@/lib/db/client'
import { uuidIn } from '@/lib/kernel/ids'
import { ensure, type Actor } from '@/lib/people/permissions'

/** What a chapter is called in the first of its languages that is public, or was made; and its series. */
export async function titleOfChapter(actor: Actor, chapterId: unknown) {
  ensure(actor, 'moderate comments')
  const id = uuidIn(chapterId)
  if (!id) return undefined
  const [row] = await db.$queryRaw<{ title: string; seriesId: string }[]>`
    select coalesce(r.title, e.slug) as title, c.series_id as "seriesId"
    from chapter c join edition e on e.chapter_id = c.id
    left join publication p on p.edition_id = e.id
    left join lateral (
      select title from revision where id = p.revision_id or edition_id = e.id
      order by id = p.revision_id desc nulls last, number desc limit 1) r on true
    where c.id = ${id}::uuid order by p.edition_id nulls last, e.id limit 1`
  return row
}

/** What a series is called, in a language that it has a title in: that of the desk first. */
export async function titleOfSeries(
  actor: Actor,
  seriesId: unknown,
  locale = 'en',
): Promise<string | undefined> {
  ensure(actor, 'moderate comments')
  const id = uuidIn(seriesId)
  if (!id) return undefined
  const [row] = await db.$queryRaw<{ title: string }[]>`
    select coalesce(t.title, s.slug) as title from series s left join series_title t on t.series_id = s.id
    where s.id = ${id}::uuid order by t.locale = ${locale} desc nulls last, t.locale limit 1`
  return row?.title
}
