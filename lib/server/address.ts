import { readSearch } from '@/lib/chapters/read-search'
import { searchQuery } from '@/lib/chapters/rules'
import { isLocale, type Locale } from '@/lib/i18n/locales'
import { mostReadPath, searchPath, usualDays } from '@/lib/i18n/paths'
import { uuidIn } from '@/lib/kernel/ids'

/** What a request asks for, once its address is read. */
export type Asked =
  | { kind: 'root' }
  | { kind: 'page'; locale: Locale; path: string; form?: { received: string } | { replyTo: string } }
  /** A comment of one's own, by its secret link. */
  | { kind: 'own-comment'; locale: Locale; token: string }
  | { kind: 'comments'; locale: Locale; slug: string }
  | { kind: 'comment'; locale: Locale; slug: string; id: string }
  | { kind: 'outlet'; path: string }
  | { kind: 'read' }
  | { kind: 'akismet' }
  /** Next's: pages of the staff, whose forms call actions, and what its routes answer. */
  | { kind: 'application'; isPage: boolean }
  | { kind: 'file'; path: string }
  | { kind: 'picture'; path: string }
  | { kind: 'health' }
  | { kind: 'captcha'; query: URLSearchParams }
  | { kind: 'moved'; to: string }
  | { kind: 'unknown' }
  | { kind: 'unreadable' }

const applicationPaths = /^\/(desk|sign-in|welcome|api\/auth|api\/pictures)(\/|$)/
const outletPaths = /^\/(feeds\/|sitemaps\/|sitemap\.xml$|robots\.txt$)/
// Pages that the server itself asks Next for: they have no address of their own.
const innerRooms = new Set(['missing', 'gone'])
const filePaths = /^\/(_next\/static\/|assets\/|favicon\.)/

/** Reads an address. Its path is made canonical, so that one page has one key however it is written. */
export function readAddress(url: string): Asked {
  // A request may name the whole address (RFC 9112, 3.2.2); whose it is, is our proxy's business.
  const local = url.replace(/^https?:\/\/[^/?#]*(?=\/|$)/i, '')
  if (!local.startsWith('/') || local.length > 4_096) return { kind: 'unreadable' }
  const [rawPath = '/', rawQuery = ''] = local.split('#')[0]!.split(/\?(.*)/s)
  const segments = decoded(rawPath)
  if (!segments) return { kind: 'unreadable' }
  const path = `/${segments.map(encodeURIComponent).join('/')}`
  const query = new URLSearchParams(rawQuery)

  if (path === '/' && rawPath === '/') return { kind: 'root' }
  if (path === '/favicon.ico') return { kind: 'moved', to: '/favicon.svg' }
  if (path === '/api/health') return { kind: 'health' }
  if (path === '/api/read') return { kind: 'read' }
  if (path === '/api/akismet') return { kind: 'akismet' }
  if (outletPaths.test(path)) return { kind: 'outlet', path }
  if (path === '/api/captcha') return { kind: 'captcha', query }
  if (rawPath.startsWith('/media/')) return { kind: 'picture', path: rawPath }
  if (filePaths.test(rawPath)) return { kind: 'file', path: rawPath }
  if (applicationPaths.test(path)) return { kind: 'application', isPage: !path.startsWith('/api/') }

  const [locale, room, slug, last, ...more] = segments
  if (!isLocale(locale)) return { kind: 'unknown' }
  // By such an ending Next answers the data of its own scripts, which our pages do without.
  if (path.endsWith('.rsc')) return nothingIn(locale)
  if (rawPath.endsWith('/') || rawPath.includes('//'))
    return { kind: 'moved', to: path + (rawQuery ? `?${rawQuery}` : '') }
  if (room === 'chapters' && slug && last === 'comments' && more.length === 0)
    return { kind: 'comments', locale, slug }
  if (room === 'comments' && slug && segments.length === 3)
    return { kind: 'own-comment', locale, token: slug }
  if (room === 'chapters' && slug && last === 'comments' && more.length === 1) {
    const id = uuidIn(more[0])
    if (id) return { kind: 'comment', locale, slug, id }
  }
  if (innerRooms.has(room ?? '') || (room === 'search' && slug)) return nothingIn(locale)
  if (path === mostReadPath(locale) + `/${usualDays}`) return { kind: 'moved', to: mostReadPath(locale) }
  if (room === 'search') return searchIn(locale, path, query)
  return { kind: 'page', locale, path, ...formIn(query) }
}

const nothingIn = (locale: Locale) => ({ kind: 'page', locale, path: `/${locale}/-` }) as const

// A form sends its language and every field that was left empty: its search has an address of its own, which has not.
function searchIn(here: Locale, path: string, query: URLSearchParams): Asked {
  const search = readSearch(query)
  const language = query.get('language')
  const locale = isLocale(language) ? language : here
  // A tag is a word of one language.
  if (locale !== here)
    return { kind: 'moved', to: searchPath(locale) + searchQuery({ ...search, tag: undefined, page: 1 }) }
  const tidy = language === null && query.get('series') !== '' && query.get('tag') !== ''
  return tidy
    ? { kind: 'page', locale, path: path + searchQuery(search) }
    : { kind: 'moved', to: path + searchQuery(search) }
}

/** The path under which Next renders a page: what its query says is a part of the path there. */
export function pathInside(path: string): string {
  const [page, query] = path.split('?')
  return query ? `${page}/${Buffer.from(query).toString('base64url')}` : path
}

// The two things that a chapter's address may say about its form.
function formIn(query: URLSearchParams) {
  const received = query.get('posted')
  if (received) return { form: { received } }
  const replyTo = uuidIn(query.get('reply'))
  return replyTo ? { form: { replyTo } } : {}
}

/** The path's segments as text; undefined where they are not text (bad escapes, control characters, dots). */
function decoded(rawPath: string): string[] | undefined {
  try {
    const segments = rawPath.split('/').filter(Boolean).map(decodeURIComponent)
    const fine = segments.every(
      (segment) => !/[\p{Cc}\\/]/u.test(segment) && segment !== '.' && segment !== '..',
    )
    return fine ? segments : undefined
  } catch {
    return undefined
  }
}
