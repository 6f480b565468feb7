import { withoutEnd } from '@/lib/kernel/text/ends'
import { webAddressesIn } from '@/lib/kernel/plain-text/web-addresses'
import { foldShape } from './fold'

const bare =
  /(?<![\p{L}\p{N}.-])(?:[\p{L}\p{N}-]{1,63}\.){1,8}(?:xn--[a-z\d-]{1,59}|\p{L}{2,63})(?![\p{L}\p{N}])/gu
// Wider than what a page makes a link of: a browser takes more for a host than we do, and an escape may stand for any
// of its letters.
const linked = /https?:[/\\]*([^\s<>"“”«»「」『』【】、。，（）\p{Cc}\p{Cf}/\\?#]{1,2000})/giu
// A host has 253 characters, of which each may be escaped; before it may stand a name and a password.
const longestHost = 1_000

/** The hosts that texts name or link to, each as a browser reads it. */
export function hostsIn(texts: string[]): Set<string> {
  const hosts = linkedHostsIn(texts)
  const named = unique(texts.map(foldShape), bare, (match) => match[0])
  for (const host of [...named].slice(0, 500)) hosts.add(asciiHost(host) ?? host)
  return hosts
}

/** Those of them that texts link to: what readers can follow, and whatever else may be meant by an address. */
export function linkedHostsIn(texts: string[]): Set<string> {
  const hosts = new Set(texts.flatMap((text) => webAddressesIn(text).map(({ href }) => hostOf(href))))
  for (const authority of unique(texts, linked, (match) => match[1]!))
    for (const host of hostsOf(authority)) hosts.add(host)
  // The author's own address is one as a whole.
  for (const text of texts)
    if (/^\s*https?:\S{1,2000}$/i.test(text) && URL.canParse(text)) hosts.add(hostOf(text))
  return hosts
}

/** The host of a whole address, if it has no path. */
export const linkedHost = (address: string) =>
  /^https?:\/\/[^/\\?#]+\/?$/i.test(address) && URL.canParse(address) ? hostOf(address) : undefined

/** As the URL parser reads it: escapes decoded, in Punycode and small letters; the root's dot makes no difference. */
export const asciiHost = (host: string) =>
  URL.canParse(`http://${host}`) ? hostOf(`http://${host}`) : undefined

const hostOf = (address: string) => new URL(address).hostname.replace(/\.$/, '')

// Marks at the end are mostly part of the sentence. What is before the last @ is no part of the host.
function hostsOf(authority: string) {
  const host = authority.slice(authority.lastIndexOf('@') + 1).slice(0, longestHost)
  const spared = withoutEnd(host, /[^\p{L}\p{N}]/u)
  return [asciiHost(host), spared === host ? undefined : asciiHost(spared)].filter((one) => one !== undefined)
}

const unique = (texts: string[], shape: RegExp, part: (match: RegExpExecArray) => string) =>
  new Set(texts.flatMap((text) => [...text.matchAll(shape)].map(part)))
