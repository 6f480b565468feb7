import confusables from 'unhomoglyph/data.json' with { type: 'json' }
import { normalized } from '@/lib/kernel/text/normal-form'

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

// Letters that the confusables lead to those; in Greek and Cyrillic a whole word of them is read as what it is.
for (const [char, alike] of Object.entries(confusables as Record<string, string>))
  if (smallCapitals.includes(alike) && !/[\p{Script=Greek}\p{Script=Cyrillic}]/u.test(char))
    looksLike.set(char, looksLike.get(alike)!)

// And the shapes that people borrow, of which the confusables have some of the letters only.
const borrowed = {
  canadian: 'ᗩa ᐱa ᗅa ᗺb ᑕc ᑢc ᗫd ᗴe ᕮe ᘿe ᘜg ᓰi ᘻm ᑎn ᗝo ᑫq ᔕs ᔿs ᖶt ᗯw ᘺw ᖻy ᘔz',
  coptic: 'ⲁa Ⲁa ⲃb Ⲃb ⲉe Ⲉe ⲏh ⲓi Ⲓi ⲕk ⲙm ⲛn ⲧt ⲩy ⲭx ⲱw ⲍz Ⲍz',
  cherokee: 'ꮇm ꮶk ꮛe ꮟb ꮎo Ꮎo ꮻo Ꮻo ꮜu Ꮜu',
}
for (const pair of Object.values(borrowed).join(' ').split(' ')) looksLike.set(pair[0]!, pair[1]!)

// Letters that only stand for Latin ones among Latin ones: nobody would read a whole word of them so.
const standsFor = new Map(
  Object.entries({
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
    ь: 'b',
    ъ: 'b',
  }),
)

// Read before they are made small and plain: Μ looks like M, but μ like u; and the Arabic five like an o, but 5 not.
const looksBefore = new Map(
  [...looksLike]
    .filter(([char, alike]) => /[\p{Lu}\p{Nd}]/u.test(char) && alike.length === 1)
    // What looks like an l is an I when it is a capital.
    .map(([char, alike]) => [char, alike === 'l' && /\p{Lu}/u.test(char) ? 'i' : alike]),
)

// Letters that are one to their readers, though Unicode leaves them apart: those of which the capital or the one
// without a stroke is another's, and those for which Arabic, Persian and Urdu keyboards have several.
const sameLetters: Record<string, string> = {
  ß: 'ss',
  ı: 'i',
  ς: 'σ',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ħ: 'h',
  ŧ: 't',
  ک: 'ك',
  ڪ: 'ك',
  ی: 'ي',
  ى: 'ي',
  ٱ: 'ا',
  ة: 'ه',
  ۃ: 'ه',
  ہ: 'ه',
  ھ: 'ه',
  ە: 'ه',
}
const sameLetter = new RegExp(`[${Object.keys(sameLetters).join('')}]`, 'g')
const arabicDigits = /[٠-٩۰-۹]/g

// What shows nothing, the frames around letters, and the stroke that only stretches Arabic words.
const unseen = /[\p{Cf}\p{Me}\p{Default_Ignorable_Code_Point}\u0640]/gu
// Letters in black circles and squares, which NFKC leaves as they are, and those that flags are made of.
const framed = /[\u{1f150}-\u{1f169}\u{1f170}-\u{1f189}]/gu
const flagLetters = /[\u{1f1e6}-\u{1f1ff}]+/gu
// Accents, points and vowel signs; but not the marks that make another kana, nor the vowels of Indic scripts.
const marks =
  /(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}])\p{Mn}+/gu

/** Text in the form in which full width, case and invisible characters make no difference. */
export const foldShape = (text: string) => small(composed(text))

const composed = (text: string) => normalized(unframed(text.toWellFormed()), 'NFKC')
const small = (text: string) => text.toLowerCase().replace(unseen, '')

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

/** The same, and accents, vowel signs and the keyboard of the one who wrote make none either. */
export const foldForMatching = (text: string) => bare(foldShape(text))

/** The same, with capitals and digits as the Latin ones that they look like before they are folded. */
export const foldByLook = (text: string) =>
  bare(small(normalized(composed(text), 'NFD').replace(foreign, (char) => looksBefore.get(char) ?? char)))
const foreign = /[^\P{Lu}A-Z]|[^\P{Nd}0-9]/gu

const bare = (text: string) =>
  normalized(
    normalized(text, 'NFD')
      .replace(marks, '')
      .replace(sameLetter, (char) => sameLetters[char]!)
      // The last four bits of each are its value.
      .replace(arabicDigits, (char) => String(char.charCodeAt(0) & 15)),
    'NFC',
  )

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
 * The Latin words that a folded word may be in disguise, also by the look of its capitals: when it mixes Latin letters
 * with others; or when all of it could be read as Latin and the text around it is: "сор" stays a Russian word in a
 * Russian text.
 */
export function imitated(word: string, byLook: string, amongLatin: boolean): string[] {
  const looks = /^[\u0000-\u007f]*$/.test(word) ? [] : [word]
  if (byLook !== word) looks.push(byLook)
  if (/\p{Script=Latin}/u.test(word)) return looks.map(unmaskMixed)
  return amongLatin ? looks.map(unmask).filter((read) => /^[a-z0-9]+$/.test(read)) : []
}
