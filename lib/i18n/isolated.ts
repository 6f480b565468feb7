import { direction, type Locale } from './locales'

// The blocks of scripts that run from the right, and the marks of direction, which pull their neighbours along.
const fromRight = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u
const fromLeft = /(?![\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}])\p{L}/u
const marks = /[\u200e\u200f\u061c]/
// People and programs take these out of a text: no invisible character may stick to them.
const isAddress = /^(?:[a-z]+:\/\/|[^\s@]+@)\S+$/i

const isSet = /^[\u2066-\u2068][^]*\u2069$/

/**
 * What somebody else wrote, as it may stand in a sentence: where it runs the other way, apart from what is around it
 * (U+2068 … U+2069 of https://www.unicode.org/reports/tr9/). In markup, `<bdi>` does this.
 */
export function isolated(locale: Locale, text: string): string {
  const other = direction(locale) === 'rtl' ? fromLeft : fromRight
  const isApart = (other.test(text) || marks.test(text)) && !isAddress.test(text) && !isSet.test(text)
  return isApart ? `\u2068${text}\u2069` : text
}
