import { normalized } from '@/lib/kernel/text/normal-form'
import { foldForMatching, unmask, unmaskMixed } from '@/lib/spam/words/fold'

// What stands for another letter within ASCII. The longest come first: `vv` before anything with `v`.
const alike: [RegExp, string][] = [
  [/rn/g, 'm'],
  [/vv/g, 'w'],
  [/cl/g, 'd'],
  [/0/g, 'o'],
  [/[1i|!]/g, 'l'],
  [/3/g, 'e'],
  [/4|@/g, 'a'],
  [/5|\$/g, 's'],
  [/7/g, 't'],
]

/** A name as it looks: without case, width, accents, invisible characters, blanks and points, letters by their shape. */
export function skeleton(name: string): string {
  // Capitals first: М looks like M, but its small form like nothing else.
  const letters = unmaskMixed(
    foldForMatching(unmask(normalized(name.toWellFormed(), 'NFKC').replaceAll('Λ', 'a'))),
  )
  const shaped = alike.reduce((text, [shape, letter]) => text.replace(shape, () => letter), letters)
  return shaped.replace(/[^\p{L}\p{N}]/gu, '')
}
