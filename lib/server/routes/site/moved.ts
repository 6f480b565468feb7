import { mostReadPath, usualDays } from '@/lib/i18n/paths'
import { isLocale } from '@/lib/i18n/locales'
import { withoutBreaksBehind, type Address } from '../../http/address'
import { redirect } from '../../http/answers'
import { reads, route } from '../route'

/** One page has one address: others that mean it lead there. */
export const moved = route({
  name: 'moved',
  match: (address) => {
    const to = canonical(address)
    return to === undefined ? undefined : { to }
  },
  methods: reads,
  limit: 0,
  guard: 'anywhere',
  answer: (visit, { to }) => redirect(visit, 308, to),
})

function canonical({ path, rawPath, rawQuery, segments: [first = ''] }: Address): string | undefined {
  if (path === '/favicon.ico') return '/favicon.svg'
  const secret = secretLink.exec(path)?.[1]
  if (secret) return secret
  const query = rawQuery ? `?${rawQuery}` : ''
  const locale = first.toLowerCase()
  if (!isLocale(locale)) return withoutBreaksBehind(rawPath) === rawPath ? undefined : path + query
  const plain = inSmallLetters(path)
  // Who cuts a chapter off its address wants all of them.
  if (plain === `/${locale}/chapters`) return `/${locale}`
  if (
    plain !== path ||
    rawPath.endsWith('/') ||
    rawPath.includes('//') ||
    withoutBreaksBehind(rawPath) !== rawPath
  )
    return plain + query
  return path === `${mostReadPath(locale)}/${usualDays}` ? mostReadPath(locale) : undefined
}

// A secret link that was copied with what stands behind it in a mail: `>`, a full stop, a closing bracket.
const secretLink = /^((?:\/[A-Za-z]+\/comments|\/welcome)\/[\w-]{43,44})(?:%[\dA-F]{2}|[.!'()*~])+$/

// What follows the language is a word of ours; how a slug is meant that was typed in capitals, the database knows.
const inSmallLetters = (path: string) =>
  path.replace(/^\/[^/]+(?:\/[A-Za-z-]+(?=\/|$))?/, (words) => words.toLowerCase())
