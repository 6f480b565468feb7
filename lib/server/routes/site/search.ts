import type { IncomingMessage } from 'node:http'
import { readSearch } from '@/lib/chapters/search/parse-search'
import { searchQuery } from '@/lib/chapters/rules'
import { isLocale, type Locale } from '@/lib/i18n/locales'
import { searchPath } from '@/lib/i18n/paths'
import { readAddress, type Address } from '../../http/address'
import { redirect } from '../../http/answers'
import { clientAddress } from '../../http/client-address'
import { sendPage } from '../../documents/pages'
import { reads, route, type SiteContext } from '../route'

/** A search is a page with its words, always written the same way. */
export const search = route({
  name: 'search',
  match: ({ locale, path, segments, query }: Address) =>
    locale && segments.length === 2 && segments[1] === 'search' ? searchAt(locale, path, query) : undefined,
  methods: reads,
  limit: 0,
  guard: 'anywhere',
  answer: (visit, asked) => ('to' in asked ? redirect(visit, 308, asked.to) : sendPage(visit, asked.path)),
})

// A form sends its language and every field that was left empty: its search has an address of its own, which has not.
function searchAt(here: Locale, path: string, query: URLSearchParams): { path: string } | { to: string } {
  const asked = readSearch(query)
  const language = query.get('language')
  const locale = isLocale(language) ? language : here
  // A tag is a word of one language.
  if (locale !== here) return { to: searchPath(locale) + searchQuery({ ...asked, tag: undefined, page: 1 }) }
  const tidy = language === null && query.get('series') !== '' && query.get('tag') !== ''
  return tidy ? { path: path + searchQuery(asked) } : { to: path + searchQuery(asked) }
}

/** Somebody searches; a form on its way to the address of its search, a prefetch or a further page is no search. */
export function noteSearch(site: SiteContext, request: IncomingMessage) {
  const { 'sec-purpose': purpose, 'user-agent': agent = '' } = request.headers
  const address = request.method === 'GET' && !purpose ? readAddress(request.url!) : undefined
  const asked = address && search.match(address)
  if (!address?.locale || !asked || 'to' in asked) return
  const { q, page } = readSearch(new URLSearchParams(asked.path.split('?')[1]))
  if (q && page === 1) site.searches?.note(clientAddress(request, site.trustedHops), agent, address.locale, q)
}
