import { webAddressesIn } from '@/lib/kernel/plain-text/web-addresses'

/**
 * How many links a text has, however they are written, one address once. At least as many as readers are given to
 * follow (`webAddressesIn`, a test says so), and more: a scheme without a host, a name that only begins like one.
 * An address within another is none of its own: that of an archive, or of a translation. Nor is one in a quoted line
 * that stands in what is answered; one that the quotation brings along is.
 */
export function countLinks(text: string, answered = ''): number {
  const lines = text.split('\n')
  const own = linksIn(lines.filter((line) => !isQuoted(line)).join('\n'))
  const quoted = linksIn(lines.filter(isQuoted).join('\n'))
  const said = quoted.size > 0 ? linksIn(answered) : quoted
  return new Set([...own, ...[...quoted].filter((link) => !said.has(link))]).size
}

/** Does a text quote links, so that it matters what is answered? */
export const quotesLinks = (text: string) =>
  text.split('\n').some((line) => isQuoted(line) && some.test(line))

const isQuoted = (line: string) => line.startsWith('> ')
const some = /https?:\/\/|www\./i
const beginning = /(?<!\/|[?&]\w{1,30}=)https?:\/\/(?:www\.)?|(?<![a-z\d]|\/)www\./gi

function linksIn(text: string): Set<string> {
  const found = webAddressesIn(text)
  const links = new Set(found.map(({ href }) => href))
  let next = 0
  for (const { index } of text.matchAll(beginning)) {
    while (next < found.length && found[next]!.end <= index) next++
    const isWithin = next < found.length && found[next]!.start <= index
    if (!isWithin) links.add(text.slice(index, index + longest).split(/[\s<>"']/)[0]!)
  }
  return links
}

// As much of what is no whole address as tells it from another.
const longest = 200
