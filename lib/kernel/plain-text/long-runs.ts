// Ideographs, kana and full-width signs: lines break between them by themselves. So they do at blanks.
const breaks =
  '\\s\\u200b\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\u3000-\\u303f\\uff00-\\uffef'
const run = new RegExp(`[^${breaks}]{20,}`, 'gu')

/**
 * A text in pieces, those apart in which no line can be broken for twenty characters, such as addresses. In justified
 * text the line before one would be pulled apart.
 */
export function longRunsIn(text: string): { text: string; isLong: boolean }[] {
  const pieces: { text: string; isLong: boolean }[] = []
  let from = 0
  for (const { 0: long, index } of text.matchAll(run)) {
    if (index > from) pieces.push({ text: text.slice(from, index), isLong: false })
    pieces.push({ text: long, isLong: true })
    from = index + long.length
  }
  if (from < text.length) pieces.push({ text: text.slice(from), isLong: false })
  return pieces
}
