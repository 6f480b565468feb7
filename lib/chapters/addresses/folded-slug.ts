import { normalized } from '@/lib/kernel/text/normal-form'
import { withoutEnd } from '@/lib/kernel/text/ends'
import { joinKanaMarks } from '@/lib/kernel/text/kana-marks'
import { slugify } from '../rules'

// As slug_fold has it in the database, which knows Unicode's classes as lists; a test compares all characters.
const unheard =
  /['\u2019\u02bc\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0640\u064b-\u065f\u0670\p{Default_Ignorable_Code_Point}]/gu
// No word begins with a mark, so that `slugify` leaves none there.
const between = /(?:^|[^\p{L}\p{M}\p{N}])[^\p{L}\p{N}]*/gu
const sameLetters: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ς: 'σ',
  ı: 'i',
  đ: 'd',
  ø: 'o',
  ł: 'l',
  ħ: 'h',
  ŧ: 't',
  '\u06a9': '\u0643',
  '\u06cc': '\u064a',
  '\u0649': '\u064a',
}
const sameLetter = new RegExp(`[${Object.keys(sameLetters).join('')}]`, 'g')
const arabicDigits = /[٠-٩۰-۹]/g

/** A slug as it is compared with others: every way in which people write one address comes out alike. */
export function foldSlug(slug: string): string {
  const bare = normalized(joinKanaMarks(slug), 'NFKD').toLowerCase().replace(unheard, '')
  const folded = bare
    .replace(sameLetter, (letter) => sameLetters[letter]!)
    // The last four bits of each are its value.
    .replace(arabicDigits, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(between, '-')
  return withoutEnd(normalized(folded, 'NFC').replace(/^-/, ''), /-/)
}

/**
 * Under what a slug may be found that was typed, or copied from a title: as it is; as a title of its length is cut;
 * as titles were cut where nothing is seen, before soft hyphens and joiners were taken off; and without what programs
 * make of an address that they pass on.
 */
export function foldingsOf(typed: string): string[] {
  const cut = slugify(typed)
  const apart = typed.replace(/\p{Default_Ignorable_Code_Point}/gu, '-')
  const readings = [typed, cut ?? '', apart, withoutGlued(typed), withoutGlued(decodedAgain(typed))]
  return [...new Set(readings.map(foldSlug))].filter((folded) => folded !== '')
}

// A query or a fragment whose sign was escaped (`fog-lamp%3Futm_source=x`) or that has none, a reference of HTML.
const glued = /[?&;](?:amp;)?[\w.~-]+=|#[\w~:=,-]*$|&(?:[a-z]{2,8}|#\d{1,6});/iu

const withoutGlued = (typed: string) => typed.split(glued, 1)[0]!

/** What was escaped twice. */
function decodedAgain(typed: string) {
  try {
    return /%[\da-f]{2}/i.test(typed) ? decodeURIComponent(typed) : typed
  } catch {
    return typed
  }
}
