import type { Site } from '@/e2e/support/site'

// What an editor changes, told to every process as the site itself tells it.

type Asked = Pick<Site, 'query'>

/** Gives the first series another title in English. */
export async function renameSeries({ query }: Asked, title: string) {
  await query(
    `update series_title set title = $1 where locale = 'en' and series_id = (select id from series order by id limit 1)`,
    [title],
  )
  await query(`select pg_notify('site_changed', 'site')`)
}

/** Withdraws the English chapter of this address. */
export const withdraw = ({ query }: Asked, chapter: string) =>
  query(
    `with gone as (update publication set withdrawn_at = now() where edition_id =
      (select id from edition where locale = 'en' and slug = $1) returning edition_id)
    select pg_notify('site_changed', 'site') from gone`,
    [decodeURIComponent(chapter.split('/').at(-1)!)],
  )
