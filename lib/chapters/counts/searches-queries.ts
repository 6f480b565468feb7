import { db } from '@/lib/db/client'
import type { Locale } from '@/lib/i18n/locales'
import { ensure, type Actor } from '@/lib/people/permissions'
import type { Searched } from './countable-search'

const days = 30

/** What readers of a language searched for most in the last month, of what they could find. */
export const mostSearched = (locale: Locale, take = 12) => db.$queryRaw<Searched[]>`
  with counted as materialized (
    select c.locale, c.words, sum(c.searches)::int as searches from search_count c
    where c.locale = ${locale} and c.day > (now() at time zone 'UTC')::date - ${days}::int
    group by c.locale, c.words order by searches desc, c.words limit ${take * 2})
  select * from counted where exists (
    select from edition_listing l
    where l.words @@ search_loosely(search_query(${locale}, search_plain(counted.words)))
      and l.facets @> array['in ' || ${locale}] and l.publish_at <= now())
  order by searches desc, words limit ${take}`

/** What readers searched for most in the last month, found or not. */
export async function searchedWords(actor: Actor | undefined, take = 20): Promise<Searched[]> {
  ensure(actor, 'write chapters')
  return db.$queryRaw<Searched[]>`
    select locale, words, sum(searches)::int as searches from search_count
    where day > (now() at time zone 'UTC')::date - ${days}::int
    group by locale, words order by searches desc, words limit ${take}`
}
