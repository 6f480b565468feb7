import { normalized } from '@/lib/kernel/text/normal-form'
import { withoutEnd } from '@/lib/kernel/text/ends'

// As slug_fold has it in the database.
const unheard =
  /['\u2019\u02bc\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0640\u064b-\u065f\u0670\u200b-\u200f\ufe00-\ufe0f]/g
const between =
  /[\u0001-\u002f\u003a-\u0060\u007b-\u00a9\u00ab-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf\u2010-\u2027\u2030-\u205e\u3000-\u3003\u3008-\u3020\u30fb]+/g
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
// The marks of kana as characters of their own, which some keyboards give.
const apart: Record<string, string> = { '\u309b': '\u3099', '\u309c': '\u309a' }

/** A slug as it is compared with others: every way in which people write one address comes out alike. */
export function foldSlug(slug: string): string {
  const joined = slug.replace(/[\u309b\u309c]/g, (mark) => apart[mark]!)
  const bare = normalized(joined, 'NFKD').toLowerCase().replace(unheard, '')
  const folded = bare
    .replace(sameLetter, (letter) => sameLetters[letter]!)
    // The last four bits of each are its value.
    .replace(arabicDigits, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(between, '-')
  return withoutEnd(normalized(folded, 'NFC').replace(/^-/, ''), /-/)
}
