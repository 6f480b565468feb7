import type { Locale } from '@/lib/i18n/locales'

// What numbers are called, from 0 to 99, in as many spellings as people write. Our answers are from 0 to 25.

/** The number that a word of one of the site's languages says, written as `plainWord` writes it. */
export const numberOfWord = (word: string): number | undefined => named.get(word)

/**
 * A word without what makes no difference in it: case, blanks, hyphens, vowel signs, the forms of alif and of letters
 * that Arabic keyboards lack, Katakana, long vowels, and the formal signs of Japanese numbers.
 */
export const plainWord = (text: string) =>
  [...text.toLowerCase().replace(/[\s\p{Pd}\u0640]|(?<=\p{Script=Arabic})\p{M}+/gu, '')]
    .map((sign) => alike.get(sign) ?? hiraganaOf(sign))
    .join('')

const alike = new Map(
  [
    ...['اأإآٱ', 'هةھہە', 'يىی', 'كک', 'تث'], // a dialect says ت for ث
    ...['一壱壹弌', '二弐貳贰', '三参參叁', '四肆', '五伍', '六陸', '七漆', '八捌', '九玖', '十拾', '〇零○◯'],
    'うー',
  ].flatMap((signs) => [...signs].map((sign): [string, string] => [sign, [...signs][0]!])),
)

const hiraganaOf = (sign: string) =>
  /[ァ-ヶ]/.test(sign) ? String.fromCharCode(sign.charCodeAt(0) - 0x60) : sign

type Names = [number: number, ...names: string[]]

const english = (): Names[] => {
  const small =
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
      ' ',
    )
  const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
  return [
    [0, 'nought', 'naught', 'nil'],
    ...small.map((name, number): Names => [number, name]),
    ...tens.flatMap((ten, place) =>
      small.slice(0, 10).map((name, one): Names => [10 * (place + 2) + one, one === 0 ? ten : ten + name]),
    ),
  ]
}

const japanese = (): Names[] => {
  const kanji = [...'〇一二三四五六七八九']
  const kana = [
    ...[['ぜろ', 'れい', 'まる'], ['いち'], ['に'], ['さん'], ['し', 'よん'], ['ご'], ['ろく']],
    ...[['しち', 'なな'], ['はち'], ['く', 'きゅう']],
  ]
  // As things are counted: 五つ.
  const things = 'ひとつ ふたつ みっつ よっつ いつつ むっつ ななつ やっつ ここのつ'.split(' ')
  const counted = (one: number) => (one > 0 ? [`${kanji[one]}つ`, things[one - 1]!] : [])
  return upTo(99, (number) => {
    const [ten, one] = [Math.floor(number / 10), number % 10]
    if (ten === 0) return [kanji[one]!, ...kana[one]!, ...counted(one)]
    // 十二, 一二 and 十 itself
    const written = `${ten > 1 ? kanji[ten] : ''}十${one > 0 ? kanji[one] : ''}`
    const before = ten > 1 ? kana[ten]! : ['']
    const after = one > 0 ? kana[one]! : ['']
    const said = before.flatMap((first) => after.map((last) => `${first}じゅう${last}`))
    return [written, `${kanji[ten]}${kanji[one]}`, ...said]
  })
}

const arabic = (): Names[] => {
  const ones = [
    [],
    ['واحد', 'واحدة', 'أحد', 'إحدى'],
    ['اثنان', 'اثنين', 'اثنتان', 'اثنتين', 'اثنا', 'اثني', 'اثنتا', 'اثنتي'],
    ...[
      ['ثلاثة', 'ثلاث'],
      ['أربعة', 'أربع'],
      ['خمسة', 'خمس'],
      ['ستة', 'ست'],
      ['سبعة', 'سبع'],
    ],
    ...[
      ['ثمانية', 'ثماني', 'ثمان'],
      ['تسعة', 'تسع'],
    ],
  ]
  const tens = ['', '', 'عشر', 'ثلاث', 'أربع', 'خمس', 'ست', 'سبع', 'ثمان', 'تسع']
  const spoken = [
    ...['حداشر', 'اتناشر', 'تلتاشر', 'أربعتاشر', 'خمستاشر', 'ستاشر', 'سبعتاشر', 'تمنتاشر', 'تسعتاشر'],
  ]
  return upTo(99, (number) => {
    const [ten, one] = [Math.floor(number / 10), number % 10]
    if (number === 0) return ['صفر']
    if (ten === 0) return ones[one]!
    if (number === 10) return ['عشرة', 'عشر']
    if (ten === 1)
      return [...ones[one]!.flatMap((first) => [`${first}عشر`, `${first}عشرة`]), spoken[one - 1]!]
    return [`${tens[ten]}ون`, `${tens[ten]}ين`].flatMap((last) =>
      one === 0 ? [last] : ones[one]!.map((first) => `${first}و${last}`),
    )
  })
}

const upTo = (most: number, names: (number: number) => string[]) =>
  Array.from({ length: most + 1 }, (_, number): Names => [number, ...names(number)])

const byLanguage: Record<Locale, () => Names[]> = { en: english, ja: japanese, ar: arabic }

/** Every name with its number; of all languages, since somebody may read one and write another. */
export const names: [name: string, number: number][] = Object.values(byLanguage).flatMap((namesIn) =>
  namesIn().flatMap(([number, ...names]) => names.map((name): [string, number] => [plainWord(name), number])),
)

const named = new Map(names)
