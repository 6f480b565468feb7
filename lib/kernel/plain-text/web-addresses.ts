import { unseenSigns } from '../text/shown-text'
import { viramas } from '../text/viramas'

/** A web address in a text: where it stands, and where a link of it leads. */
export interface WebAddress {
  start: number
  end: number
  href: string
}

export type TextPart = string | { href: string; text: string }

/** Cuts a line of plain text into words and web addresses, in their order; nothing of it is lost. */
export function linkify(text: string): TextPart[] {
  const pieces: TextPart[] = []
  let rest = 0
  for (const { start, end, href } of webAddressesIn(text)) {
    if (start > rest) pieces.push(text.slice(rest, start))
    pieces.push({ href, text: text.slice(start, end) })
    rest = end
  }
  if (rest < text.length) pieces.push(text.slice(rest))
  return pieces
}

/** The address in its plain form, if a link may lead there: a page of the web, and nobody's name and password. */
export function linkTo(address: string | null | undefined): string | undefined {
  if (!address || address.length > longest || !URL.canParse(address)) return undefined
  const url = new URL(address)
  const plain = ['http:', 'https:'].includes(url.protocol) && !url.username && !url.password
  return plain ? url.href : undefined
}

// Nobody reads a longer one, and only browsers' address bars take it.
const longest = 2_000

/**
 * The web addresses that a text names: what begins with `http://`, `https://` or, before at least two more parts of a
 * name, `www.`. Never `README.md`: that it could be a host is no reason to send somebody there. An address goes on
 * through letters of every script, as Wikipedia's do, and ends as decision 021 says. Works as long as the text is:
 * whatever was looked at is behind the next address, or is looked at once for all addresses of a run.
 */
export function webAddressesIn(text: string): WebAddress[] {
  const found: WebAddress[] = []
  const runs = runsOf(text)
  const isUser = usersOf(text)
  beginning.lastIndex = 0
  for (let match; (match = beginning.exec(text));) {
    const start = match.index
    const name = start + match[0].length
    const host = hostAt(text, name, match[0].length === 'www.'.length)
    beginning.lastIndex = host.seen
    if (host.end === undefined) continue
    const whole = runs.end(host.hasWideDots ? host.end : start)
    const isHostOnly = !goesOn.test(text[host.end] ?? '')
    const end = isHostOnly ? host.end : withoutTrailingMarks(text, start, whole)
    if (text[host.end] === '%' || isUser(name, whole)) beginning.lastIndex = Math.max(whole, host.end)
    else {
      beginning.lastIndex = end
      const href = end - start > longest ? undefined : linkTo(withScheme(text.slice(start, end)))
      if (href) found.push({ start, end, href })
    }
  }
  return found
}

const withScheme = (address: string) => (/^www/i.test(address) ? `https://${address}` : address)

// Spelled out: under the flags i and u, `s` would be `ſ` too. After a letter or a digit of Latin words, `www.` is the
// end of another name; after Japanese or Arabic, which put no space there, it is not.
const scheme = String.raw`[hH][tT][tT][pP][sS]?:\/\/`
const beginning = new RegExp(
  String.raw`${scheme}|[wW]{3}\.(?<![\p{Script=Latin}\p{N}@/\\][wW]{3}\.)(?<![\p{L}\p{M}\p{N}][._-][wW]{3}\.)`,
  'gu',
)

const goesOn = /[/?#]/

const letter = String.raw`[\p{L}\p{M}\p{N}\p{Extended_Pictographic}\p{Emoji_Modifier}]`
// Zero-width (non-)joiners are spelling between two letters, in Persian and in languages of India, and behind a virama;
// elsewhere nothing.
const joiner = String.raw`(?:(?<=${letter})[\u200c\u200d](?=${letter})|(?<=[${viramas}])[\u200c\u200d])`

// IPv6 in brackets, or names joined by dots.
const namePart = String.raw`[\p{L}\p{N}\p{Extended_Pictographic}](?:[\p{L}\p{M}\p{N}\p{Extended_Pictographic}_-]|${joiner})*`
const hostName = new RegExp(String.raw`\[[\da-fA-F:.]{2,45}\]|${namePart}(?:\.${namePart})*`, 'uy')
const port = /:(\d{1,5})(?!\d)/y
const longestHost = 253

/** Where the host ends that begins here, with its port; `seen` is how far was looked. No `end`: there is no host. */
function hostAt(text: string, start: number, isBare: boolean): Host {
  hostName.lastIndex = start
  const name = hostName.exec(text)?.[0]
  if (name === undefined || name.length > longestHost) return { seen: start + (name?.length ?? 0) }
  const seen = start + name.length
  const plain = name.startsWith('[') ? name : withoutWordsAfter(name)
  const wide = plain === name ? wideDotsAt(text, seen, name) : ''
  const host = plain + wide
  if (!(isBare ? bareHost : anyHost).test(host.replace(/[。｡．]/g, '.'))) return { seen }
  // Of `https://https://example.org` the second is meant.
  if (/^https?$/i.test(host) && text.startsWith('://', seen)) return { seen: start }
  let end = start + host.length
  if (text[end] === '.' && text[end + 1] === '/') end += 1 // the root's dot
  port.lastIndex = end
  const number = port.exec(text)?.[1]
  if (number !== undefined && Number(number) <= 65_535) end = port.lastIndex
  return { end, seen: end, hasWideDots: wide !== '' }
}

interface Host {
  end?: number
  seen: number
  hasWideDots?: boolean
}

// `https://example。jp`: browsers take it for a dot. In a text it ends a sentence (`https://example.org。See`), unless what
// stands before it is no host yet and what follows could end one.
const wideDots = /[。｡．](?:[A-Za-z\d-]{1,63}[.。｡．])*[A-Za-z]{2,63}(?![\w.。｡．-])/y

function wideDotsAt(text: string, at: number, name: string) {
  if (name.includes('.') || name === 'localhost') return ''
  wideDots.lastIndex = at
  return wideDots.exec(text)?.[0] ?? ''
}

// `example.orgをご覧ください`, `example.orgو`, `example.org--see`: a top-level domain is of one script. Names below it
// may mix them (`日本語example.jp`), and nobody can tell.
const withoutWordsAfter = (name: string) => {
  const last = name.lastIndexOf('.') + 1
  const top = name
    .slice(last)
    .replace(/^([A-Za-z\d-]+)(?![\p{Script=Latin}\p{M}])[^\x00-\x7f].*$/u, (_, ascii: string) => ascii)
  const dash = /^xn--/i.test(top) ? -1 : top.indexOf('--')
  const whole = name.slice(0, last) + (dash > 0 ? top.slice(0, dash) : top)
  return whole.slice(0, whole.length - /[-_]*$/.exec(whole.slice(-longestHost))![0].length)
}

// `https://から始まる` is no address: a name without a dot is one of the house, in ASCII.
const anyHost = /^(?:\[[\da-fA-F:.]+\]|[\w-]+|[^.]+(?:\.[^.]+)+)$/u
const bareHost = /^[^.]+\.(?:[^.]+\.)*(?:xn--[a-z\d-]+|[\p{L}\p{M}\u200c\u200d]{2,63})$/iu

// What addresses are written in: of ASCII what RFC 3986 has, and the few that people have besides; of the rest all
// but spaces, controls, what is not seen, and the marks that end or enclose a sentence or a part of it. A long dash
// and dots belong to the sentence as well. An apostrophe between letters, and a list's comma that no other address
// follows, are part of an address.
const ascii = String.raw`[!#$%&'()*+\-./0-9:=?@A-Z[\]^_a-z{}~]|[,;|](?!${scheme}|[wW]{3}\.)`
const never = [
  String.raw`${unseenSigns}\p{Cf}\p{Cs}\ufffc\ufffd`,
  String.raw`\p{Ps}\p{Pe}\p{Pi}\p{Pf}\p{Quotation_Mark}\p{Terminal_Punctuation}\p{Sentence_Terminal}`,
  '¡¿\u2014\u2015\u2025\u2026\u203b\u22ef\u226a\u226b\u2e3a\u2e3b＜＞｀｜',
].join('')
// `[url]https://example.org/a[/url]`
const closingTag = String.raw`\[\/[A-Za-z]{1,20}\]`
const apostrophe = String.raw`(?<=[\p{L}\p{M}])’(?=\p{L})`
// Variants of a character are chosen by what is not seen by itself.
const variant = String.raw`(?<=[\p{Extended_Pictographic}\p{Unified_Ideograph}\p{Script=Mongolian}])\p{Variation_Selector}`
// No word begins with these: they mark the object, which is the address before them (`https://example.org/をご覧`).
const objectMarker = '(?<=[A-Za-z0-9/])[を를]'
const run = new RegExp(
  String.raw`(?:(?!${closingTag})(?:${ascii})|${joiner}|${apostrophe}|${variant}|(?!${objectMarker})(?!\p{Variation_Selector})[^\x00-\x7f${never}])*`,
  'uy',
)

/** The runs of a text in which addresses can stand, each looked at once. */
function runsOf(text: string) {
  let [from, to] = [0, 0]
  let limits = new Int32Array()
  return {
    /** Where an address that begins here ends at the latest: with its run, or at a bracket that has no other in it. */
    end(start: number) {
      if (start >= to) {
        run.lastIndex = from = start
        to = start + run.exec(text)![0].length
        limits = limitsIn(text.slice(from, to))
      }
      return from + limits[start - from]!
    },
  }
}

const bracket = /[()[\]{}]/
const openingOf: Record<string, string> = { ')': '(', ']': '[', '}': '{' }

// For each place of a run the next bracket without another one from there on: one that never has another, or the end
// of the brackets that it stands in.
function limitsIn(text: string) {
  const openings = pairsIn(text)
  const limits = new Int32Array(text.length)
  const outside: number[] = []
  let limit = text.length
  for (let place = text.length - 1; place >= 0; place--) {
    const sign = text[place]!
    if (bracket.test(sign)) {
      const isClosing = openingOf[sign] !== undefined
      if (!openings.has(place)) limit = place
      else if (isClosing) limit = (outside.push(limit), place)
      else limit = outside.pop()!
    }
    limits[place] = limit
  }
  return limits
}

// The brackets that have another. One that closes what is not open leaves all that is open without.
function pairsIn(text: string) {
  const paired = new Set<number>()
  let open: number[] = []
  for (let place = 0; place < text.length; place++) {
    const sign = text[place]!
    if (!bracket.test(sign)) continue
    const opening = openingOf[sign]
    if (!opening) open.push(place)
    else if (open.length > 0 && text[open.at(-1)!] === opening) paired.add(open.pop()!).add(place)
    else open = []
  }
  return paired
}

/** Would a browser take the first of what an address says for somebody's name and password? */
function usersOf(text: string) {
  const [at, path] = [nextOf(text, /@/g), nextOf(text, /[/?#]/g)]
  return (name: number, end: number) => at(name) < Math.min(path(name), end)
}

// The next place of a sign from a place on. It is asked for places that only grow, and reads the text once.
function nextOf(text: string, sign: RegExp) {
  let next = -1
  return (from: number) => {
    if (next < from) {
      sign.lastIndex = from
      next = sign.exec(text)?.index ?? Infinity
    }
    return next
  }
}

// What ends a sentence, or a part of it, ends the address before it; so does a reference of HTML that somebody's
// program has left in the text. `-`, `_`, `~`, `/`, `=`, `&` and brackets that are closed are part of it: identifiers end so.
const trailing = new RegExp(
  String.raw`(?:&(?:amp|lt|gt|quot|apos|nbsp|#\d{1,6}|#x[\da-f]{1,6});|[!'*,.:;?^|´～]|(?![\x00-\x7f])\p{P}|(?<![${viramas}])[\u200c\u200d])$`,
  'iu',
)
const longestTrailing = 10

function withoutTrailingMarks(text: string, start: number, whole: number): number {
  const bare = trimmed(text, start, endOfQuote(text, start, whole))
  const end = withoutEmphasis(text, start, bare)
  return end === bare ? end : trimmed(text, start, end)
}

function trimmed(text: string, start: number, whole: number): number {
  let end = whole
  for (let last; (last = trailing.exec(text.slice(Math.max(start, end - longestTrailing), end)));)
    end -= last[0].length
  return end
}

// 'https://example.org/a' and ‘https://example.org/a’: the mark before it says which one ends it, unless it is the
// apostrophe of a word.
function endOfQuote(text: string, start: number, whole: number) {
  const closing = closingQuotes[text[start - 1] ?? '']
  if (!closing || /\p{L}/u.test(text[start - 2] ?? '')) return whole
  const place = text.slice(start, whole).indexOf(closing)
  return place < 0 ? whole : start + place
}
const closingQuotes: Record<string, string> = { "'": "'", '‘': '’', '’': '’' }

// _https://example.org/a_: as many as stand before it.
function withoutEmphasis(text: string, start: number, end: number) {
  const mark = text[end - 1]!
  if (mark !== '_' && mark !== '~') return end
  let count = 0
  while (text[start - 1 - count] === mark && text[end - 1 - count] === mark) count++
  return end - count
}
