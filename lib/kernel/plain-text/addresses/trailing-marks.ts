import { withoutEnd } from '../../text/ends'
import { viramas } from '../../text/viramas'

// What ends a sentence, or a part of it, ends the address before it; so does a reference of HTML that somebody's
// program has left in the text. `-`, `_`, `~`, `/`, `=`, `&` and brackets that are closed are part of it: identifiers end so.
const trailing = new RegExp(
  String.raw`(?:&(?:amp|lt|gt|quot|apos|nbsp|#\d{1,6}|#x[\da-f]{1,6});|[!'*,.:;?^|´～]|(?![\x00-\x7f])\p{P}|(?<![${viramas}])[\u200c\u200d])$`,
  'iu',
)
const longestTrailing = 10

export function withoutTrailingMarks(text: string, start: number, whole: number): number {
  const bare = trimmed(text, start, endOfQuote(text, start, whole))
  const end = withoutEmphasis(text, start, withoutFaces(text, start, bare))
  return end === bare ? end : trimmed(text, start, end)
}

// `https://example.org/a😀`: behind a word it says what somebody feels; it may be a name of its own, or a part of one, as
// in `/wiki/I_❤️`.
function withoutFaces(text: string, start: number, end: number) {
  if (!/\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(text.slice(Math.max(start, end - 4), end)))
    return end
  const bare = start + withoutEnd(text.slice(start, end), face).length
  return /[/_=#&+~-]/.test(text[bare - 1]!) ? end : bare
}
const face = /[\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}\ufe0f\u200d]/u

function trimmed(text: string, start: number, whole: number): number {
  let end = whole
  for (let last; (last = trailing.exec(text.slice(Math.max(start, end - longestTrailing), end)));)
    end -= last[0].length
  return end
}

// 'https://example.org/a' and ‘https://example.org/a’: the mark before it says which one ends it, unless it is the
// apostrophe of a word.
function endOfQuote(text: string, start: number, whole: number) {
  const closing = closingQuotes[text[start - 1] ?? '']
  if (!closing || /\p{L}/u.test(text[start - 2] ?? '')) return whole
  const place = text.slice(start, whole).indexOf(closing)
  return place < 0 ? whole : start + place
}
const closingQuotes: Record<string, string> = { "'": "'", '‘': '’', '’': '’' }

// _https://example.org/a_: as many as stand before it.
function withoutEmphasis(text: string, start: number, end: number) {
  const mark = text[end - 1]!
  if (mark !== '_' && mark !== '~') return end
  let count = 0
  while (text[start - 1 - count] === mark && text[end - 1 - count] === mark) count++
  return end - count
}
