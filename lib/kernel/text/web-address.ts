import { webAddressesIn } from '../plain-text/web-addresses'
import { hasWordsBehind } from './email-address'
import { withoutEnd } from './ends'
import { unseenSigns } from './shown-text'
import { capOf, isLongerThan, type Most } from './typed-text'
import { joinersNotBetween } from './viramas'

/** The longest address that is kept: letters of other scripts take up to twelve places each in it. */
export const longestAddress = 2_000

export type ReadAddress = { ok: true; url: string } | { ok: false; problem: 'missing' | 'long' | 'wrong' }

/**
 * The address in the web that somebody typed, as browsers understand it and as it is kept; `example.org` means https.
 * Whatever stood in it is ASCII by then: nothing in it is unseen, and nothing turns it round. It is missing where
 * somebody says so (`なし。`, `n/a`), or has left only how all addresses begin.
 */
export function readWebAddress(typed: string, most: Most): ReadAddress {
  if (typed.trim().length > capOf(most)) return { ok: false, problem: 'long' }
  const visible = visibleAddress(typed)
  const plain = withoutMarks(visible)
  if (saysNone(plain)) return { ok: false, problem: 'missing' }
  if (isLongerThan(most, plain)) return { ok: false, problem: 'long' }
  const url = isWrapped.test(visible)
    ? (urlOf(namedIn(visible)) ?? urlOf(plain))
    : (urlOf(plain) ?? urlOf(namedIn(visible)))
  const meant = url ?? urlOf(tidied(visible))
  if (!meant) return { ok: false, problem: 'wrong' }
  return meant.length > longestAddress ? { ok: false, problem: 'long' } : { ok: true, url: meant }
}

function urlOf(text: string) {
  const hasScheme = /^[a-z][a-z\d+.-]*:(?!\d)/i.test(text)
  const url = parsed(hasScheme ? text : `https://${text}`)
  return url && isHost(url.hostname, hostIn(text), hasScheme) ? url.href : undefined
}

// `(https://example.org/a)`: what closes the sign before it is none of the address.
const isWrapped = /^[(){}[\]*_`]/

/** The one address in a text that says little more: `My site: https://example.org`, `[url]https://example.org[/url]`. */
function namedIn(text: string) {
  const found = webAddressesIn(text)
  const rest = text.slice(found.at(-1)?.end)
  const isOne = new Set(found.map(({ href }) => href)).size === 1
  // `https://example.org/two words` may be one with a blank in it.
  const isWhole = !/[\p{L}\p{N}]/u.test(rest) || /^\s?[\p{Ps}\p{Pe}"'<]/u.test(rest)
  return isOne && isWhole ? text.slice(found[0]!.start, found[0]!.end) : ''
}

/** As it was typed on a Japanese keyboard, with a blank that a telephone put in, with what it is called or marks around. */
const tidied = (text: string) =>
  withoutEnd(narrow(text), /[\s()[\]{}*_`!?.,;|]/)
    .replace(/^[^:/.]{1,30}:\s/, '')
    .replace(/^[\s()[\]{}*_`]+/, '')
    .replace(/^(https?:\/\/)\s+/i, (_all, scheme: string) => scheme)

const narrow = (text: string) =>
  text.replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))

// `「https://example.org」`, `example.org、`: marks around an address belong to the sentence, or to the list.
const withoutMarks = (text: string) =>
  withoutEnd(
    // The bracket of an IPv6 address stays.
    text.replace(/^[<"'\p{Ps}\p{Pi}\p{Pf}]+(?!$)/u, (marks) => (marks === '[' ? marks : '')),
    markBehind,
  )
const markBehind = /(?![\x00-\x7f])\p{P}|[\s,;>"']/u

/** Is there no address in it, and none meant? */
function saysNone(text: string) {
  const rest = text.replace(/^https?:?[\\/]*/i, '').replace(/^www\.?$/i, '')
  return !/[\p{L}\p{N}]/u.test(rest) || none.has(plainWord(rest))
}

const plainWord = (text: string) =>
  text
    .slice(0, 20)
    .toLowerCase()
    .replace(/[\s/.ـ'’。!！]/g, '')

const none = new Set([
  ...['none', 'no', 'na', 'nil', 'null', 'nothing', 'nope', 'nowebsite', 'nosite', 'noneyet', 'notyet'],
  ...['notapplicable', 'ihavenone', 'idonthaveone', 'x', '0'],
  ...[
    'なし',
    '無し',
    '無',
    'ない',
    '特になし',
    'ありません',
    'まだありません',
    '特にありません',
    'ナシ',
    '無い',
  ],
  ...['なしです', '無しです', 'ないです', '持っていません'],
  ...['لا', 'لايوجد', 'لايوجدلدي', 'لايوجدموقع', 'لاشيء', 'بدون', 'لاأملك', 'ليسلدي', 'ليسلديموقع'],
])

const hostIn = (plain: string) =>
  plain
    .replace(/^[a-z][a-z\d+.-]*:(?!\d)/i, '')
    .replace(/^[\\/]+/, '')
    .split(/[\\/?#]/)[0]!

// Browsers take `2024`, `12:30` and `3.14` for numbers of the network, and every ideographic full stop for a dot.
function isHost(name: string, typed: string, hasScheme: boolean) {
  if (name === 'localhost' || name.startsWith('[')) return true
  if (/^[\d.]+$/.test(name)) return typed.normalize('NFKC').replace(/:\d*$/, '') === name
  const labels = name.replace(/\.$/, '').split('.')
  const top = labels.at(-1)!
  if (labels.length < 2 || !labels.every((label) => /^[a-z\d_][\w-]*$/.test(label))) return false
  if (top.length < 2 || !/[a-z]/.test(top)) return false
  if (hasWordsBehind(typed.replace(/:\d*$/, '').replace(/[。｡．]/g, '.'))) return false
  // `ない。特に`: without a scheme that is a sentence.
  return hasScheme || !top.startsWith('xn--') || !/[。｡]/.test(typed)
}

/** An address without what is not seen. Joiners stay where they are spelling: between letters, and behind a virama. */
export const visibleAddress = (typed: string) =>
  typed
    .replace(/[\t\n\r\v\f\u0085\u2028\u2029]+/g, ' ')
    .replace(/[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u034f\ufffc]|[^\P{Cf}\u200c\u200d]/gu, '')
    .replace(looseJoiners, '')
    .trim()

const looseJoiners = joinersNotBetween(String.raw`\p{L}\p{M}\p{N}`)

function parsed(text: string) {
  if (/\s/.test(text) || !URL.canParse(text)) return undefined
  const url = new URL(text)
  const plain = ['http:', 'https:'].includes(url.protocol) && !url.username && !url.password
  return plain ? url : undefined
}

/**
 * An address as people read it: letters of other scripts instead of percent signs. What is not seen, what would turn
 * the rest, and what has a meaning in an address stay as they are.
 */
export function readableAddress(href: string): string {
  return href.replace(/(?:%[\da-f]{2})+/gi, (escapes) => {
    const text = decodedOrNot(escapes)
    return text === undefined ? escapes : text.replace(unreadable, (sign) => encodeURIComponent(sign))
  })
}

const unreadable = new RegExp(String.raw`[^\p{L}\p{N}\p{M}]|[${unseenSigns}]`, 'gu')

function decodedOrNot(escapes: string) {
  try {
    return decodeURIComponent(escapes)
  } catch {
    return undefined
  }
}
