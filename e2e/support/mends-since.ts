import { isDeepStrictEqual } from 'node:util'
import { isLocale, type Locale } from '@/lib/i18n/locales'
import { words } from '@/lib/i18n/words'
import { seenThen } from './earlier-data'
import type { SeenComment, View } from './readers-view'

interface Mend {
  why: string
  change: (view: View, path: string) => View
}

/** What readers are meant to see otherwise than the site of 28 November 2026 showed it, each with its reason. */
export const mends: Mend[] = [
  {
    why: 'what answers a comment that was removed stands below a word about it',
    change: inComments((comment, locale) =>
      ['Otto', 'Pia'].includes(comment.name)
        ? [placeOfRemoved(locale), { ...comment, level: comment.level + 1 }]
        : [comment],
    ),
  },
  {
    why: 'an address that begins with www. leads where it says, as it is counted among links',
    change: inComments((comment) => [
      comment.text.some((line) => line.includes(withoutScheme))
        ? { ...comment, links: [...comment.links, `https://${withoutScheme}`] }
        : comment,
    ]),
  },
  {
    why: 'titles and descriptions of RSS are read as HTML, so that what is text is escaped for it',
    change: (view, path) =>
      path.endsWith('/rss.xml') && view.entries ? { ...view, entries: view.entries.map(asHtml) } : view,
  },
  {
    why: 'feeds of comments show quotations and links as pages do, and who has no name as "Anonymous"',
    change: (view, path) => (/^\/feeds\/.*\/chapters\//.test(path) ? (meant[path] ?? view) : view),
  },
  {
    why: 'the page about privacy says more of the copy that a browser keeps of a form, and what is kept of edits and for standing rules',
    change: (view, path) => (path === '/en/privacy' ? meant[path]! : view),
  },
  {
    why: 'sitemaps of chapters are by month',
    change: (view, path) => sitemapsByMonth[path] ?? view,
  },
]

const sitemapsByMonth: Record<string, View> = {
  '/sitemap.xml': {
    status: 200,
    entries: ['pages', 'chapters-2024-02', 'chapters-2024-03', 'chapters-2026-11'].map(
      (name) => `/sitemaps/${name}.xml`,
    ),
  },
  '/sitemaps/chapters-1.xml': { status: 301, to: '/sitemap.xml' },
}

/** Where too much is otherwise to be told by a rule: what is meant to be seen today, looked at one by one. */
const meant = seenThen('site-of-2026-11-28.meant')

const asHtml = (entry: object | string) =>
  Object.fromEntries(
    Object.entries(entry).map(([name, said]: [string, unknown]) =>
      ['title', 'description'].includes(name) && typeof said === 'string'
        ? [name, said.replaceAll('&', '&#x26;').replaceAll('<', '&#x3C;')]
        : [name, said],
    ),
  )

const withoutScheme = 'www.example.org/page'

/** What was seen at an address then, as it is meant to be seen today; notes which mends it took. */
export function asToday(path: string, then: View, needed: Set<string>): View {
  return mends.reduce((view, { why, change }) => {
    const next = change(view, path)
    if (!isDeepStrictEqual(view, next)) needed.add(why)
    return next
  }, then)
}

function inComments(change: (comment: SeenComment, locale: Locale) => SeenComment[]): Mend['change'] {
  return (view, path) => {
    const locale = path.split('/')[1]
    if (!view.comments || !isLocale(locale)) return view
    return { ...view, comments: view.comments.flatMap((comment) => change(comment, locale)) }
  }
}

const placeOfRemoved = (locale: Locale): SeenComment => ({
  level: 0,
  name: '',
  at: '',
  text: [words(locale).comments.removed],
  links: [],
})
