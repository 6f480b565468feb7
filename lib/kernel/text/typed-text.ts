import { normalized } from './normal-form'
import { joinersNotBetween, viramas } from './viramas'

// What people type, paste or dictate, brought into the form that is kept. What other programs leave in it is mended
// and not refused: docs/decisions/017-what-people-type.md says what becomes of which character, and why.

/** The longest that a field takes: characters as people count them (code points), or bytes. */
export type Most = { characters: number } | { bytes: number }

/** A character that may not stand in a field: which one, its place among the characters, and what stands before it. */
export interface Stray {
  code: string
  place: number
  before: string
}

export type ReadField =
  { ok: true; text: string } | { ok: false; problem: 'long' } | { ok: false; problem: 'stray'; stray: Stray }

/** Text of several lines. */
export const readText = (typed: string, most: Most): ReadField =>
  read(withoutBlankEnds(typed), most, (text) => withoutBlankEnds(mendText(text)))

/** Lines of the staff: nothing may turn the order of what follows. A paragraph of Japanese begins with its blank. */
export const readPlainText = (typed: string, most: Most): ReadField =>
  read(withoutBlankEnds(typed), most, (text) => asParagraph(withoutTurns(mendText(text))), overrides)

const asParagraph = (text: string) => withoutBlankEnds(text).replace(/^[^\S\u3000]+/, '')

/** A line, such as a title: what two scripts beside each other need may stand in it. */
export const readLine = (typed: string, most: Most): ReadField =>
  read(typed.trim(), most, mendLine, overrides)

/** A line that names somebody or something: nothing stands in it that is not seen. */
export const readName = (typed: string, most: Most): ReadField =>
  read(typed.trim(), most, mendName, overrides)

/**
 * How much is looked at, in UTF-16 units: what is longer is too long, whatever would be left of it. Four characters may
 * become one (NFC), each two units long; and a line break of two may become one byte.
 */
export const capOf = (most: Most) => ('bytes' in most ? 2 * most.bytes : 8 * most.characters)

function read(typed: string, most: Most, mend: (text: string) => string, refused?: RegExp): ReadField {
  if (typed.length > capOf(most)) return { ok: false, problem: 'long' }
  const text = normalized(mend(typed), 'NFC')
  const stray = refused && strayIn(text, refused)
  if (stray) return { ok: false, problem: 'stray', stray }
  return isLongerThan(most, text) ? { ok: false, problem: 'long' } : { ok: true, text }
}

export function isLongerThan(most: Most, text: string): boolean {
  if ('bytes' in most) return new TextEncoder().encode(text).length > most.bytes
  if (text.length <= most.characters) return false
  return text.length > most.characters * 2 || [...text].length > most.characters
}

/** A problem's code with the character that it is about: what `words` say of it names both. */
export type StrayProblem<Code extends string = string> = `${Code} U+${string}`

export const strayProblem = <Code extends string>(code: Code, stray: Stray): StrayProblem<Code> =>
  `${code} U+${stray.code.slice(2)} ${stray.place} ${stray.before}`

/** The code of a problem, and the character that it is about if it names one. */
export function partsOfProblem(problem: string): { code: string; stray?: Stray } {
  const [, code, found, place, before] = /^(\S+) (U\+[\dA-F]+) (\d+) (.*)$/.exec(problem) ?? []
  return code ? { code, stray: { code: found!, place: Number(place), before: before! } } : { code: problem }
}

/** What can safely be shown again of what was typed, however long it is. */
export const showText = (typed: string) => withoutDead(typed.replace(lineBreaks, '\n'))
export const showLine = (typed: string) => withoutDead(typed.replace(lineBreaks, ' '))

/** Where the first of such characters stands. */
export function strayIn(text: string, refused: RegExp): Stray | undefined {
  const at = text.search(refused)
  if (at < 0) return undefined
  const before = [...text.slice(0, at)]
  const code = text.codePointAt(at)!.toString(16).toUpperCase().padStart(4, '0')
  return { code: `U+${code}`, place: before.length + 1, before: before.slice(-12).join('').trim() }
}

export const mendText = (text: string) => withoutDead(text.replace(lineBreaks, '\n'))

const mendLine = (text: string) =>
  withoutUnseenEnds(
    withoutTurns(withoutDead(text.replace(/[\t\n\r\v\f\u0085\u2028\u2029]+/g, ' ')))
      .replace(/([\u200c\u200d])[\u200c\u200d]+/g, (_run, first: string) => first)
      .replace(looseJoiners, ''),
  )

export const mendName = (text: string) => mendLine(text.replace(unseenInNames, ''))

const lineBreaks = /\r\n?|[\v\f\u0085\u2028\u2029]/g

// What shows nothing and says nothing to anybody: controls, the byte order mark, annotations, objects that stayed in the
// other program, deprecated format characters, and what is no character.
const dead =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u206a-\u206f\ufeff\ufff9-\ufffc]|\p{Noncharacter_Code_Point}/gu
// Half a character.
const halves = /\p{Cs}/gu
// A flag of a region is spelled with them; nothing else is.
const tags = /(\u{1f3f4}[\u{e0030}-\u{e007a}]{1,10}\u{e007f})|[\u{e0000}-\u{e007f}]/gu
// They choose the look of the character before them, once.
const looseSelectors =
  /(?<=^|[\s\p{Z}\p{Cf}\ufe00-\ufe0f\u{e0100}-\u{e01ef}])[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu

const withoutDead = (text: string) =>
  text
    .replace(dead, '')
    .replace(halves, '')
    .replace(tags, (_whole, flag: string | undefined) => flag ?? '')
    .replace(looseSelectors, '')

// Embeddings and isolates come with what is copied from other programs. Without them the order is the alphabets' own.
const withoutTurns = (text: string) => text.replace(/[\u202a-\u202c\u2066-\u2069]/g, '')
// These force an order upon what follows, which nobody writes by accident.
export const overrides = /[\u202d\u202e]/

const unseenInNames = /[\u00ad\u061c\u200b\u200e\u200f\u2060-\u2064]/g
// Joiners belong between letters, between the parts of an emoji, or behind a virama.
const looseJoiners = joinersNotBetween(String.raw`\p{L}\p{M}\p{N}\p{S}`)

const unseenEnd = /[\s\u0085\u00ad\u034f\u061c\u180e\u200b-\u200f\u2060-\u2064]/
const spelledEnd = new RegExp(`[${viramas}][\u200c\u200d]$`, 'u')

function withoutUnseenEnds(line: string) {
  let [from, to] = [0, line.length]
  while (from < to && unseenEnd.test(line[from]!)) from++
  while (to > from && unseenEnd.test(line[to - 1]!) && !spelledEnd.test(line.slice(Math.max(0, to - 3), to)))
    to--
  return line.slice(from, to)
}

/**
 * A text without the empty lines before it and what is blank behind it. Its first line may begin with a blank, as
 * paragraphs do in Japanese. Searched for from both ends, and never by an expression that would begin anew at each blank.
 */
export function withoutBlankEnds(text: string) {
  const first = text.length - text.trimStart().length
  return text.slice(text.lastIndexOf('\n', first) + 1).trimEnd()
}
