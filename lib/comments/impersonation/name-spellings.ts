import { withoutEnd } from '@/lib/kernel/text/ends'
import { normalized } from '@/lib/kernel/text/normal-form'
import { unspaced } from '@/lib/spam/words/spelled'
import { saysNothing, wordsOf } from './reserved-names'
import { skeleton } from './confusables'

const spelledOut: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe' }
const mostSpellings = 16

/** A name, and how it is written where a keyboard has no such letters: Jörg is Joerg as well as Jorg. */
export function spellings(name: string): string[] {
  let ways = ['']
  for (const part of normalized(name, 'NFKC').split(/([äöüåø])/iu)) {
    const other = spelledOut[part.toLowerCase()]
    const more = other === undefined ? [] : ways.map((way) => way + other)
    ways =
      more.length > 0 && ways.length >= mostSpellings ? more : [...ways.map((way) => way + part), ...more]
  }
  return [...new Set([name, ...ways])]
}

/** Does somebody's whole name stand in this one, with whatever around it? Part of a name never does. */
export function wholeNamesIn(name: string): (whole: string) => boolean {
  const ways = spellings(name).map(looksIn)
  return (whole) => {
    const wanted = new Set(spellings(whole).flatMap(wholeNames))
    const sizes = new Set([...wanted].map((key) => key.split(' ').length))
    return [...sizes].some((size) =>
      ways.some((words) => words.some((_word, from) => wanted.has(keyOf(words.slice(from, from + size))))),
    )
  }
}

// One word is a whole name only in scripts that put no space between the family's name and one's own.
function wholeNames(name: string): string[] {
  const words = looksIn(name)
  if (words.length > 1) return [keyOf(words), words.join('')]
  return unspaced.test(name) && [...(words[0] ?? '')].length > 3 ? words : []
}

// A hyphen makes one word: Ada Lovelace-Smith is somebody else.
const looksIn = (name: string) =>
  wordsOf(normalized(name, 'NFKC').replace(/(?<=\p{L})-(?=\p{L})/gu, ''))
    .filter((word) => !saysNothing(word))
    // A mark at the end of a sentence is no letter.
    .map((word) => skeleton(withoutEnd(word, /[!?…]/)))
    .filter((look) => look !== '')

// In whatever order.
const keyOf = (words: string[]) => [...words].sort().join(' ')
