// Words whose letters are kept apart: "c.a.s.i.n.o", "カ♪ジ♪ノ". Only what is spelled letter by letter is put
// together. Pieces are not: "vi-agra" looks like "re-entry", and "the-rapist" like nothing but what it says.

export const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]/u

const single = '(?<![\\p{L}\\p{N}])'
const end = '[\\p{L}\\p{N}](?![\\p{L}\\p{N}])'
const apart = new RegExp(
  // Three letters are too often initials or a list, so between them it takes a mark that those do not have.
  `${single}(?:(?:[\\p{L}\\p{N}][\\s.,:;'~=+/\\-_*·|‿\\p{So}\\p{Sm}\\p{Sk}]{1,2}){3,}|(?:[\\p{L}\\p{N}][_*|/+·\\p{So}]){2})${end}`,
  'gu',
)

/** The words of a folded text that are spelled letter by letter. */
export const spelledWords = (folded: string) =>
  [...folded.matchAll(apart)].map(({ 0: found, index }) => ({
    word: found.replace(/[^\p{L}\p{N}]/gu, ''),
    at: index,
  }))

const one = unspaced.source
const gaps = new RegExp(`(?<=${one})[\\s·・.\\-_*|/]+(?=${one})`, 'gu')

/** Characters of scripts without spaces, moved together when somebody has put some between them. */
export const withoutGaps = (folded: string) => folded.replace(gaps, '')

// Commas and notes also end sentences, so they count only around characters that stand alone.
const mark = `[,;:'~=+♪\\p{So}\\p{Sm}\\p{Sk}]`
const marks = `\\s?${mark}{1,3}\\s?`
const isolating = new RegExp(
  `(?<=${one})${marks}(?=${one}${marks}${one})|(?<=${one}${marks}${one})${marks}(?=${one})|(?<=(?<!${one})${one})${marks}(?=${one}(?!${one}))`,
  'gu',
)

/** The same for characters that stand alone between commas, notes and other marks. */
export const withoutMarks = (folded: string) => withoutGaps(folded.replace(isolating, ''))
