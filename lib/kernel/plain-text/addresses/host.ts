import { joiner } from './signs'

// IPv6 in brackets, or names joined by dots.
const namePart = String.raw`[\p{L}\p{N}\p{Extended_Pictographic}](?:[\p{L}\p{M}\p{N}\p{Extended_Pictographic}_-]|${joiner})*`
const hostName = new RegExp(String.raw`\[[\da-fA-F:.]{2,45}\]|${namePart}(?:\.${namePart})*`, 'uy')
const port = /:(\d{1,5})(?!\d)/y
const longestHost = 253

/** Where the host ends that begins here, with its port; `seen` is how far was looked. No `end`: there is no host. */
export function hostAt(text: string, start: number, isBare: boolean): Host {
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
