import { hostAt } from './addresses/host'
import { runsOf } from './addresses/runs'
import { scheme } from './addresses/signs'
import { withoutTrailingMarks } from './addresses/trailing-marks'

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

// After a letter or a digit of Latin words, `www.` is the end of another name; after Japanese or Arabic, which put no
// space there, it is not.
const beginning = new RegExp(
  String.raw`${scheme}|[wW]{3}\.(?<![\p{Script=Latin}\p{N}@/\\][wW]{3}\.)(?<![\p{L}\p{M}\p{N}][._-][wW]{3}\.)`,
  'gu',
)

const goesOn = /[/?#]/

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
