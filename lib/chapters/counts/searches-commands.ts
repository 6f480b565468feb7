import { db } from '@/lib/db/client'
import type { Searched } from './countable-search'

/** Adds what was searched for since the last time to the day's numbers. */
export async function countSearches(searched: readonly Searched[]) {
  const column = <Name extends keyof Searched>(name: Name) => searched.map((one) => one[name])
  await db.$executeRaw`
    insert into search_count (locale, words, day, searches)
    select counted.locale, counted.words, (now() at time zone 'UTC')::date, sum(counted.searches)
    from unnest(${column('locale')}::text[], ${column('words')}::text[], ${column('searches')}::int[])
      as counted (locale, words, searches)
    group by counted.locale, counted.words order by 1, 2
    on conflict (locale, words, day) do update set searches = search_count.searches + excluded.searches`
}

/** What was searched for longer ago than anybody asks. */
export const forgetSearches = () =>
  db.$executeRaw`delete from search_count where day < (now() at time zone 'UTC')::date - 400`
