import { describe, expect, test } from 'vitest'
import { wordsThatDiffer } from './rules'

const shown = (before: string, after: string) =>
  wordsThatDiffer(before, after)
    .map(({ kind, text }) => ({ same: text, gone: `[-${text}-]`, new: `{+${text}+}` })[kind])
    .join('')

describe('the words that differ', () => {
  test.each([
    ['nothing', 'The lamp', 'The lamp', 'The lamp'],
    ['one word', 'The old lamp', 'The new lamp', 'The [-old-]{+new+} lamp'],
    ['one more', 'The lamp', 'The red lamp', 'The {+red +}lamp'],
    ['one less', 'The red lamp', 'The lamp', 'The [-red -]lamp'],
    ['two places', 'a b c d e', 'a x c d y', 'a [-b-]{+x+} c d [-e-]{+y+}'],
    ['all', 'one', 'other', '[-one-]{+other+}'],
    ['from nothing', '', 'new', '{+new+}'],
    ['to nothing', 'old', '', '[-old-]'],
    ['Japanese, by its characters', '古い灯台', '新しい灯台', '[-古-]{+新し+}い灯台'],
    ['Arabic', 'هذا كتاب قديم', 'هذا كتاب جديد', 'هذا كتاب [-قديم-]{+جديد+}'],
  ])('%s', (_what, before, after, said) => expect(shown(before, after)).toBe(said))

  test('both texts can be put together again, also where they are far apart', () => {
    const before = Array.from({ length: 400 }, (_one, place) => `a${place}`).join(' ')
    const after = Array.from({ length: 400 }, (_one, place) => `b${place % 7} a${place}`).join(' ')
    const parts = wordsThatDiffer(before, after)
    const textOf = (kind: 'gone' | 'new') =>
      parts.flatMap((part) => (part.kind === 'same' || part.kind === kind ? [part.text] : [])).join('')
    expect([textOf('gone'), textOf('new')]).toEqual([before, after])
  })
})
