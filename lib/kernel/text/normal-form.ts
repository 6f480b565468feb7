// Every mark but the grapheme joiner itself, and the half-width voicing marks of kana, which become marks. (The two
// vowels of Thai and Lao that begin with one end in a letter.)
const marks = /(?:[^\P{M}\u034f]|[\uff9e\uff9f])+/gu
const mostMarks = 30
const joiner = '\u034f'

/**
 * Unicode's stream-safe form (UAX #15, 13): after thirty marks on one letter a grapheme joiner, which shows nothing.
 * No writing comes near it, and putting longer runs in order takes time that grows with their square.
 */
export const streamSafe = (text: string) =>
  text.replace(marks, (run) => (run.length > mostMarks ? inParts(run) : run))

function inParts(run: string) {
  const characters = [...run]
  const parts: string[] = []
  for (let from = 0; from < characters.length; from += mostMarks)
    parts.push(characters.slice(from, from + mostMarks).join(''))
  return parts.join(joiner)
}

/** A text in one of Unicode's normal forms, in time that grows with its length and no faster, whatever it holds. */
export const normalized = (text: string, form: 'NFC' | 'NFD' | 'NFKC' | 'NFKD') =>
  // A few characters become several marks.
  isAscii(text) ? text : streamSafe(streamSafe(text).normalize(form))

const isAscii = (text: string) => !/[^\u0000-\u007f]/.test(text)
