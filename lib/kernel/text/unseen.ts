// Characters that show nothing and yet do something: they hide what somebody would look for, turn the order of what
// follows, or carry a message of their own. What a writing or an emoji needs is no such character.

/** Some of them in a row: the codes of the first, and how many there are. */
export interface Unseen {
  codes: string[]
  count: number
}

export type ShownPart = string | Unseen

/** So many are shown one by one in a piece of text; what comes behind them is left as it is. */
const mostShown = 200
/** Of a row, so many are named. */
const mostNamed = 4

// Format characters, what Unicode calls ignorable, and those of which only a name tells that they are blank.
const candidate =
  /[\p{Cf}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb\u2800\u{13441}\u{13442}\u{16fe4}\u{1d159}]/u
// Format characters that are seen: signs of numbers and verses, and what arranges hieroglyphs.
const seen = /[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u{110bd}\u{110cd}\u{13430}-\u{1343f}]/u

/** Cuts a text into what is seen and what is not; nothing of it is lost. Looks at each character once. */
export function shownParts(text: string): ShownPart[] {
  if (!candidate.test(text)) return text === '' ? [] : [text]
  const characters = [...text]
  const parts: ShownPart[] = []
  let shown = 0
  for (let at = 0; at < characters.length; at++) {
    const flag = characters[at] === blackFlag ? flagLength(characters, at) : 0
    const piece = characters.slice(at, at + 1 + flag).join('')
    at += flag
    const last = parts.at(-1)
    if (flag > 0 || shown >= mostShown || !isUnseen(characters, at)) {
      if (typeof last === 'string') parts[parts.length - 1] = last + piece
      else parts.push(piece)
    } else if (last !== undefined && typeof last !== 'string') {
      last.count++
      if (last.codes.length < mostNamed) last.codes.push(codeOf(piece))
    } else {
      shown++
      parts.push({ codes: [codeOf(piece)], count: 1 })
    }
  }
  return parts
}

/** The code of a character as it is written in lists of them: `U+200B`. */
export const codeOf = (character: string) =>
  `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`

function isUnseen(characters: readonly string[], at: number): boolean {
  const character = characters[at]!
  if (!candidate.test(character) || seen.test(character)) return false
  const [before = '', after = ''] = [characters[at - 1], characters[at + 1]]
  return !usual.some(({ of, needs }) => of.test(character) && needs(before, after))
}

// Scripts whose letters change their form by what is beside them.
const joining = ['Arabic', 'Syriac', 'Mandaic', 'Nko', 'Mongolian', 'Phags_Pa', 'Manichaean', 'Adlam']
const indic = [
  ...['Devanagari', 'Bengali', 'Gurmukhi', 'Gujarati', 'Oriya', 'Tamil', 'Telugu', 'Kannada', 'Malayalam'],
  ...['Sinhala', 'Tibetan', 'Myanmar', 'Khmer', 'Balinese', 'Javanese', 'Sundanese', 'Newa', 'Tirhuta'],
  ...['Grantha', 'Kaithi', 'Chakma', 'Sharada', 'Modi', 'Brahmi', 'Meetei_Mayek', 'Thai', 'Lao'],
]
const shaped = new RegExp(
  `[${[...joining, ...indic].map((name) => `\\p{Script_Extensions=${name}}`).join('')}]`,
  'u',
)
const shapedLetter = (sign: string) => shaped.test(sign) && /[\p{L}\p{M}\p{N}]/u.test(sign)

const emojiEnd = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f\u20e3\u{e007f}]/u
const emoji = /\p{Extended_Pictographic}/u

/** Where a character that shows nothing stands as it should. */
const usual: { of: RegExp; needs: (before: string, after: string) => boolean }[] = [
  { of: /[\u200c\u200d]/, needs: (before, after) => shapedLetter(before) || shapedLetter(after) },
  { of: /\u200d/, needs: (before, after) => emojiEnd.test(before) && emoji.test(after) },
  // They choose the look of the character before them: of an emoji, a sign, a digit, a letter of these scripts.
  { of: /[\ufe0e\ufe0f]/, needs: (before) => /[\p{Emoji}\p{S}\p{P}]/u.test(before) },
  {
    of: /[\ufe00-\ufe0d]/,
    needs: (before) =>
      /[\p{Script=Han}\p{Script=Myanmar}\p{Script=Phags_Pa}\p{Script=Manichaean}\p{S}\p{N}\p{P}]/u.test(
        before,
      ),
  },
  { of: /[\u{e0100}-\u{e01ef}]/u, needs: (before) => /\p{Script=Han}/u.test(before) },
  { of: /[\u180b-\u180f]/, needs: (before) => /\p{Script=Mongolian}/u.test(before) },
  { of: /[\u17b4\u17b5]/, needs: (before) => /\p{Script=Khmer}/u.test(before) },
  {
    of: /[\u115f\u1160]/,
    needs: (before, after) => /[\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]/.test(before + after),
  },
  { of: /\u2800/, needs: (before, after) => /[\u2801-\u28ff]/.test(before + after) },
]

const blackFlag = '\u{1f3f4}'
const mostOfFlag = 10

/** How many characters behind a black flag make another flag of it. */
function flagLength(characters: readonly string[], from: number): number {
  for (let length = 1; length <= mostOfFlag + 1; length++) {
    const character = characters[from + length] ?? ''
    if (character === '\u{e007f}') return length > 1 ? length : 0
    if (!/[\u{e0030}-\u{e007a}]/u.test(character)) return 0
  }
  return 0
}
