import confusables from 'unhomoglyph/data.json' with { type: 'json' }

// Unicode's confusables (UTS 39), those that look like a letter or digit of ASCII. Never the other way round and
// never between ASCII letters: there `m` would be `rn`, and a rule against "modem" would hold "modern".
const looksLike = new Map(
  Object.entries(confusables as Record<string, string>)
    .filter(([char, alike]) => char > '\u007f' && /^[a-z0-9]+$/i.test(alike))
    .map(([char, alike]) => [char, alike.toLowerCase()]),
)

// Small capitals, which the confusables leave out or lead elsewhere.
const smallCapitals = [...'ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡʏᴢ']
smallCapitals.forEach((char, place) => looksLike.set(char, [...'abcdefghijklmnopqrstuvwyz'][place]!))

// Letters that only stand for Latin ones among Latin ones: nobody would read a whole word of them so.
const standsFor = new Map(
  Object.entries({
    ...{
      ʌ: 'a',
      λ: 'a',
      '∂': 'd',
      ɘ: 'e',
      є: 'e',
      ε: 'e',
      з: '3',
      и: 'n',
      η: 'n',
      ν: 'v',
      ι: 'i',
      κ: 'k',
      τ: 't',
    },
    ...{
      υ: 'u',
      ω: 'w',
      μ: 'u',
      β: 'b',
      в: 'b',
      к: 'k',
      м: 'm',
      т: 't',
      н: 'h',
      я: 'r',
      ш: 'w',
      ц: 'u',
      п: 'n',
    },
  }),
)

// What shows nothing, the frames around letters, and the stroke that only stretches Arabic words.
const unseen = /[\p{Cf}\p{Me}\p{Default_Ignorable_Code_Point}\u0640]/gu
// Letters in black circles and squares, which NFKC leaves as they are, and those that flags are made of.
const framed = /[\u{1f150}-\u{1f169}\u{1f170}-\u{1f189}]/gu
const flagLetters = /[\u{1f1e6}-\u{1f1ff}]+/gu
// Accents, points and vowel signs; but not the marks that make another kana, nor the vowels of Indic scripts.
const marks =
  /(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}])\p{Mn}+/gu

/** Text in the form in which full width, case and invisible characters make no difference. */
export const plain = (text: string) =>
  unframed(text.toWellFormed()).normalize('NFKC').toLowerCase().replace(unseen, '')

const unframed = (text: string) =>
  text
    .replace(framed, (char) => letter((char.codePointAt(0)! - 0x1f150) % 32))
    .replace(flagLetters, (flags) => {
      // Two are a flag, and several pairs could be flags: those are no part of the word beside them.
      const count = flags.length / 2
      if (count === 2) return flags
      const spelled = [...flags].map((char) => letter(char.codePointAt(0)! - 0x1f1e6)).join('')
      return count % 2 ? spelled : ` ${spelled} `
    })

const letter = (place: number) => String.fromCharCode(97 + place)

/** The same, and accents and vowel signs make none either. */
export const fold = (text: string) => plain(text).normalize('NFD').replace(marks, '').normalize('NFC')

/** A word with its look-alike letters as the Latin ones that they imitate. */
export const unmask = (word: string) => [...word].map((char) => looksLike.get(char) ?? char).join('')

/** The same for a word of which some letters are Latin: the others are read as generously as a reader would. */
export const unmaskMixed = (word: string) =>
  [...word].map((char) => looksLike.get(char) ?? standsFor.get(char) ?? char).join('')

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
