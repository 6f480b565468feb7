import { capOf, isLongerThan, type Most } from './typed-text'

/** The longest address that is kept: letters of other scripts take up to twelve places each in it. */
export const longestAddress = 2_000

export type ReadAddress = { ok: true; url: string } | { ok: false; problem: 'missing' | 'long' | 'wrong' }

/**
 * The address in the web that somebody typed, as browsers understand it and as it is kept; `example.org` means https.
 * Whatever stood in it is ASCII by then: nothing in it is unseen, and nothing turns it round.
 */
export function readWebAddress(typed: string, most: Most): ReadAddress {
  if (typed.trim().length > capOf(most)) return { ok: false, problem: 'long' }
  const plain = visibleAddress(typed)
  if (plain === '') return { ok: false, problem: 'missing' }
  if (isLongerThan(most, plain)) return { ok: false, problem: 'long' }
  const url = parsed(/^[a-z][a-z\d+.-]*:(?!\d)/i.test(plain) ? plain : `https://${plain}`)
  if (!url || !/[.:]/.test(url.hostname)) return { ok: false, problem: 'wrong' }
  return url.href.length > longestAddress ? { ok: false, problem: 'long' } : { ok: true, url: url.href }
}

/** An address without what is not seen. Joiners stay between letters, where Persian words have them. */
export const visibleAddress = (typed: string) =>
  typed
    .replace(/[\t\n\r\v\f\u0085\u2028\u2029]+/g, ' ')
    .replace(/[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u034f\ufffc]|[^\P{Cf}\u200c\u200d]/gu, '')
    .replace(/(?<![\p{L}\p{M}\p{N}])[\u200c\u200d]|[\u200c\u200d](?![\p{L}\p{M}\p{N}])/gu, '')
    .trim()

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

const unreadable = /[^\p{L}\p{N}\p{M}]|\p{Default_Ignorable_Code_Point}/gu

function decodedOrNot(escapes: string) {
  try {
    return decodeURIComponent(escapes)
  } catch {
    return undefined
  }
}
