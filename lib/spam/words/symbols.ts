import { normalized } from '@/lib/kernel/text/normal-form'

// Stands behind each flag, so that no flag is found across two others. All that shows nothing is gone by then.
const flagEnd = '\u2060'

const unseen = /[\p{Cf}\p{Default_Ignorable_Code_Point}\p{Emoji_Modifier}]/gu
const flag = /\p{Regional_Indicator}{2}/gu
const emoji = /\p{Extended_Pictographic}|\p{Regional_Indicator}{2}|[\d#]\u20e3/u
// A star stands for any letters.
const symbol = /(?!\*)[\p{S}\p{P}]/gu

/** A text by its symbols: width, case, how an emoji is drawn and the colour of its skin make no difference. */
export const symbolic = (text: string) =>
  normalized(text.toWellFormed(), 'NFKC')
    .toLowerCase()
    .replace(unseen, '')
    .replace(flag, (whole) => whole + flagEnd)
    .replace(/\s+/g, ' ')

/** The symbols of a line that has nothing else: an emoji, or two symbols at least. */
export function symbolsIn(line: string): string | undefined {
  const part = symbolic(line).trim()
  if (/[\p{L}\p{N}](?!\u20e3)/u.test(part)) return undefined
  return emoji.test(part) || (part.match(symbol)?.length ?? 0) > 1 ? part : undefined
}

export const withoutFlagEnds = (text: string) => text.replaceAll(flagEnd, '')
