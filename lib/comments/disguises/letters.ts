import { wordRuns } from '@/lib/kernel/text/shown-words'
import { isMostlyLatin, unmask } from '@/lib/spam/words/fold'
import type { Disguises } from './types'

// More disguised words than these make no text more suspicious, and nobody writes longer ones.
const most = { words: 50, letters: 100, characters: 70_000 }

// Scripts with letters that are taken for Latin ones. In others, as in Japanese, what is mixed is how people write.
const alikeScripts =
  /[\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Cherokee}\p{Script=Coptic}\p{Script=Canadian_Aboriginal}\p{Script=Lisu}\p{Script=Deseret}\p{Script=Georgian}\p{Script=Tifinagh}]/u

/**
 * The words of some texts in which letters of another script stand for Latin ones: beside Latin letters, or as a whole word
 * amid a text in Latin letters. A text in Russian or Greek has none.
 */
export function disguisesIn(texts: readonly string[]): Disguises {
  const found: Record<string, Record<string, string>> = {}
  let count = 0
  for (const text of texts) {
    if (!alikeScripts.test(text)) continue
    const amongLatin = isMostlyLatin(text)
    for (const [word] of text.slice(0, most.characters).matchAll(wordRuns)) {
      if (word.length > most.letters || Object.hasOwn(found, word)) continue
      const letters = lettersIn(word, amongLatin)
      if (!letters) continue
      found[word] = letters
      if (++count >= most.words) return found
    }
  }
  return found
}

function lettersIn(word: string, amongLatin: boolean): Record<string, string> | undefined {
  if (!alikeScripts.test(word)) return undefined
  const characters = [...word]
  const alike = characters.flatMap((one): [string, string][] => {
    const as = alikeScripts.test(one) ? unmask(one) : one
    return as !== one && /^[a-z0-9]+$/.test(as) ? [[one, as]] : []
  })
  const isMixed = /\p{Script=Latin}/u.test(word)
  const isWhole = amongLatin && characters.length >= shortestWhole && alike.length === characters.length
  return alike.length > 0 && (isMixed || isWhole) ? Object.fromEntries(alike) : undefined
}

// Shorter ones are abbreviations and letters that are spoken of.
const shortestWhole = 3
