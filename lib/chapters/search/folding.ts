import { normalized } from '@/lib/kernel/text/normal-form'

// A letter with the signs that are set on it, of which the half-width ones of kana are letters of their own.
const letter = /\P{M}[\p{M}\uff9e\uff9f]*|\p{M}+/gu

// Marks and tatweel; see search_plain.
const signs = /[\u0300-\u036f\u0640\u064b-\u065f\u0670]/g
const alike: Record<string, string> = { '\u0629': '\u0647', '\u0649': '\u064a', '\u0671': '\u0627' }
const kana = 0x60

/** Words as they are compared, as `search_plain` says it in the database. */
export const foldChapterText = (text: string) =>
  normalized(
    normalized(text, 'NFKD')
      .toLowerCase()
      .replace(signs, '')
      .replace(/[\u0629\u0649\u0671]/g, (one) => alike[one]!)
      .replace(/[\u30a1-\u30f6\u30fd]/g, (one) => String.fromCharCode(one.charCodeAt(0) - kana)),
    'NFC',
  )

// As search_bare has it.
const leftOut =
  /\u0621(?![\u0620-\u06ff])|(?<![\u0620-\u06ff])(?!\u0648\u0627\u0644\u062f|\u0628\u0627\u0644\u063a|[\u0648\u0641\u0628\u0643]?\u0627\u0644\u0644\u0647(?![\u0620-\u06ff]))(?:[\u0648\u0641]?[\u0628\u0643]?\u0627\u0644|[\u0648\u0641]?\u0644\u0644)(?:\u0627\u0644)*(?=[\u0620-\u06ff]{2})/g

/** A text as it is compared, and which letters of it each part of that comes from: several, or a part of one. */
export interface Folded {
  letters: string[]
  whole: string
  firsts: number[]
  lasts: number[]
}

export function foldText(text: string): Folded {
  const letters = text.match(letter) ?? []
  // A text has many letters but few different ones, and folding is dear.
  const known = new Map<string, string>()
  const places: number[] = []
  let whole = ''
  letters.forEach((one, place) => {
    const folded = known.get(one) ?? foldChapterText(one)
    known.set(one, folded)
    whole += folded
    for (let unit = 0; unit < folded.length; unit++) places.push(place)
  })
  return { letters, whole, firsts: places, lasts: places }
}

/**
 * The same without what Arabic words are found without: an article belongs to the letter that it stands before, a
 * hamza to the one before it.
 */
export function bareOf({ letters, whole, firsts, lasts }: Folded): Folded {
  const bare: Folded = { letters, whole: whole.replace(leftOut, ''), firsts: [], lasts: [] }
  let from = 0
  let first = firsts[0]!
  // One by one: as arguments of a call, a long text's would be more than the stack takes.
  const keep = (to: number) => {
    for (let place = from; place < to; place++) {
      bare.firsts.push(place === from ? first : firsts[place]!)
      bare.lasts.push(lasts[place]!)
    }
  }
  for (const { 0: gone, index } of whole.matchAll(leftOut)) {
    keep(index)
    from = index + gone.length
    const isHamza = gone === '\u0621'
    first = firsts[isHamza ? from : index]!
    if (isHamza && bare.lasts.length > 0) bare.lasts.splice(-1, 1, lasts[index]!)
  }
  keep(whole.length)
  return bare
}
