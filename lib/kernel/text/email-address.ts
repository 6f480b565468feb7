import { domainToASCII } from 'node:url'
import { withoutEnd } from './ends'
import { normalized } from './normal-form'
import { capOf, isLongerThan, strayIn, type Most, type Stray } from './typed-text'

export type ReadEmail =
  | { ok: true; email: string }
  | { ok: false; problem: 'missing' | 'long' | 'wrong' }
  | { ok: false; problem: 'stray'; stray: Stray }

/**
 * The e-mail address that somebody typed, as it is kept: without what is not seen, its domain as mail knows it, its
 * local part as it was written. Only that has to be ASCII: whether a server takes others (RFC 6531) is known when a mail
 * is sent, which is too late to tell anybody.
 */
export function readEmail(typed: string, most: Most): ReadEmail {
  if (typed.trim().length > capOf(most)) return { ok: false, problem: 'long' }
  const plain = withoutWrapping(visible(typed))
  if (plain === '') return { ok: false, problem: 'missing' }
  const at = plain.lastIndexOf('@')
  const email = at < 0 ? plain : `${asTyped(plain.slice(0, at).trimEnd())}@${domainOf(plain.slice(at + 1))}`
  if (isLongerThan(most, email)) return { ok: false, problem: 'long' }
  if (isEmailAddress(email)) return { ok: true, email }
  const stray = strayIn(email, notOfNames) ?? strayIn(email, /[^\u0000-\u007f]/)
  return stray ? { ok: false, problem: 'stray', stray } : { ok: false, problem: 'wrong' }
}

/** The browser's own rule for type="email" (HTML, 4.10.5.1.5), and a dot in the domain. */
export function isEmailAddress(text: string): boolean {
  const at = text.indexOf('@')
  const [local, domain] = [text.slice(0, at), text.slice(at + 1)]
  const labels = domain.split('.')
  return at > 0 && localPart.test(local) && labels.length > 1 && labels.every((part) => label.test(part))
}
const localPart = /^[\w.!#$%&'*+/=?^`{|}~-]+$/
const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i

// Controls, format characters, selectors and half characters: none of them is a part of an address.
const visible = (text: string) =>
  text
    .replace(/[\t\n\r\v\f\u0085\u2028\u2029]+/g, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Variation_Selector}\p{Noncharacter_Code_Point}\u034f\ufffc]/gu, '')
    .replace(/[＠﹫]/g, '@')
    .trim()

// As addresses are copied: from a link, out of a list of people (`Rea Lee <rea@example.org>,`), in quotation marks, with
// what they are called (`E-mail: rea@example.org (Rea)`).
function withoutWrapping(text: string) {
  const bare = withoutEnd(text, listMark).replace(/^(?!')[\p{Ps}\p{Pi}\p{Quotation_Mark}]+/u, '')
  const addresses = new Set(
    bare
      .split(/[<>()[\]＜＞（）]+/)
      .filter((part) => part.includes('@'))
      .map(withoutLabel),
  )
  // Two addresses are none: nobody knows which is meant.
  return addresses.size === 1 ? [...addresses][0]! : addresses.size === 0 ? bare : text
}
const listMark = /[\s,;]/

function withoutLabel(part: string) {
  const before = part.slice(0, part.indexOf('@'))
  const label = before.slice(0, Math.max(before.lastIndexOf(':'), before.lastIndexOf('：')) + 1)
  const rest = part.slice(label.length).trim()
  if (/mailto:$/i.test(label)) return rest.replace(/^\/+/, '').split('?')[0]!.trim()
  // `https://rea@example.org` is a page.
  if (rest.startsWith('/')) return part
  return rest.replace(/^(?:[*`]+|[•・–—-]\s)/u, '').trim()
}

// A Japanese keyboard gives letters of full width, and its own full stop, until it is told otherwise.
const asTyped = (local: string) =>
  local
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[。｡]/g, '.')
    // As programs set them nicely: a telephone, a printed page.
    .replace(/[‘’ʼ]/g, "'")
    .replace(hyphens, '-')

const hyphens = /[\u2010\u2011\u2212]/g

// What no name in a domain is made of (RFC 5892): a parser of addresses takes it all the same, and gives another domain.
const notOfNames = /[^\u0000-\u007f\p{L}\p{M}\p{N}]/u

// `example.org、`: a mark behind an address belongs to the sentence, or to the list.
const markBehind = /(?![\x00-\x7f])[\p{P}\p{S}]|[\s,;:!?"')\]}>/\\*`]/u

/** `example.orgです`: a top-level domain is of one script. */
export function hasWordsBehind(domain: string) {
  const top = domain.slice(domain.lastIndexOf('.') + 1)
  return /[a-z]/i.test(top) && /(?![\p{Script=Latin}\p{M}\p{N}])[^\u0000-\u007f]/u.test(top)
}

function domainOf(typed: string) {
  const dotted = normalized(withoutEnd(typed, markBehind), 'NFKC')
    .replace(/[。｡]/g, '.')
    .replace(hyphens, '-')
    .trim()
  const bare = dotted.endsWith('.') ? dotted.slice(0, -1) : dotted
  if (notOfNames.test(bare) || hasWordsBehind(bare)) return bare
  if (!/[^\u0000-\u007f]/.test(bare)) return bare.toLowerCase()
  // Nothing that a parser of addresses would take for the end of the host.
  return /[\s/\\?#@:[\]%<>]/.test(bare) ? bare : domainToASCII(bare) || bare
}
