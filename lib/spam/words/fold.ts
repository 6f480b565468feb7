import confusables from 'unhomoglyph/data.json' with { type: 'json' }

// Unicode's confusables (UTS 39), those that look like a letter or digit of ASCII. Never the other way round and
// never between ASCII letters: there `m` would be `rn`, and a rule against "modem" would hold "modern".
const looksLike = new Map(
  Object.entries(confusables as Record<string, string>)
    .filter(([char, alike]) => char > '\u007f' && /^[a-z0-9]+$/i.test(alike))
    .map(([char, alike]) => [char, alike.toLowerCase()]),
)

// What shows nothing, and the stroke that only stretches Arabic words.
const unseen = /[\p{Cf}\p{Default_Ignorable_Code_Point}\u0640]/gu
// Accents, points and vowel signs; but not the marks that make another kana, nor the vowels of Indic scripts.
const marks =
  /(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}])\p{Mn}+/gu

/** Text in the form in which full width, case and invisible characters make no difference. */
export const plain = (text: string) => text.toWellFormed().normalize('NFKC').toLowerCase().replace(unseen, '')

/** The same, and accents and vowel signs make none either. */
export const fold = (text: string) => plain(text).normalize('NFD').replace(marks, '').normalize('NFC')

/** A word with its look-alike letters as the Latin ones that they imitate. */
export const unmask = (word: string) => [...word].map((char) => looksLike.get(char) ?? char).join('')

const letters = /\p{L}/gu
const latinLetters = /\p{Script=Latin}/gu

/** Is a folded text written in Latin letters, more than in others? */
export const isMostlyLatin = (folded: string) =>
  (folded.match(latinLetters)?.length ?? 0) * 2 > (folded.match(letters)?.length ?? 0)

/**
 * May a word be a Latin one in disguise? When it mixes Latin letters with others; or when all of it could be read
 * as Latin and the text around it is: "сор" stays a Russian word in a Russian text.
 */
export function isMasked(word: string, amongLatin: boolean): boolean {
  if (/^[\u0000-\u007f]*$/.test(word)) return false
  if (/\p{Script=Latin}/u.test(word)) return true
  return amongLatin && /^[a-z0-9]+$/.test(unmask(word))
}
