import { expect, test } from 'vitest'
import { withoutEnd } from './ends'

test.each([
  ['a--', /-/, 'a'],
  ['-a-b-', /-/, '-a-b'],
  ['---', /-/, ''],
  ['', /-/, ''],
  ['a!…𝄞😀', /[^\p{L}\p{N}]/u, 'a'],
  ['a𠮷!', /[^\p{L}\p{N}]/u, 'a𠮷'],
  ['a\ud83d', /\p{Cs}/u, 'a'],
  ['a\n', /x/, 'a\n'],
])('%j without %s is %j', (text, sign, left) => expect(withoutEnd(text, sign)).toBe(left))
