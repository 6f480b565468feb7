import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalized, streamSafe } from './normal-form'

const forms = ['NFC', 'NFD', 'NFKC', 'NFKD'] as const
const acute = '\u0301'
const below = '\u0323'
const joiner = '\u034f'

test('writing is left as it is', () => {
  for (const text of ['Việt', 'ཧཱུྃ', 'בְּרֵאשִׁ֖ית', 'ﷺ', 'ｶﾞｷﾞ', `a${acute.repeat(30)}`, 'plain', '👩‍👩‍👧'])
    expect(streamSafe(text)).toBe(text)
  expect(normalized(`e${acute}`, 'NFC')).toBe('é')
  expect(normalized('ｶﾞ', 'NFKC')).toBe('ガ')
})

test('after thirty marks stands a joiner, whatever marks they are', () => {
  expect(streamSafe(`a${acute.repeat(61)}b`)).toBe(
    `a${acute.repeat(30)}${joiner}${acute.repeat(30)}${joiner}${acute}b`,
  )
  expect(streamSafe(`か${'\uff9e\u0301'.repeat(16)}`)).toContain(joiner)
  expect(streamSafe(`a${'\u{1d165}'.repeat(31)}`)).toBe(`a${'\u{1d165}'.repeat(30)}${joiner}\u{1d165}`)
})

test('what has been brought into a form is in it, and stays as it is', () => {
  const marks = fc.array(
    fc.constantFrom(acute, below, joiner, '\u0344', '\u05b0', '\u3099', '\uff9e', 'a', 'é', '한'),
  )
  fc.assert(
    fc.property(fc.array(marks, { maxLength: 12 }), fc.constantFrom(...forms), (parts, form) => {
      const once = normalized(parts.map((part) => part.join('').repeat(4)).join(''), form)
      expect(once.normalize(form)).toBe(once)
      expect(normalized(once, form)).toBe(once)
    }),
  )
})

test('but for the joiners it is the form that Unicode gives', () => {
  const text = fc.string({
    unit: fc.constantFrom(acute, below, 'a', '가', '\u1100', '\u1161', 'ﬁ'),
    maxLength: 40,
  })
  fc.assert(
    fc.property(text, fc.constantFrom(...forms), (any, form) => {
      if (!/\p{M}{31}/u.test(any)) expect(normalized(any, form)).toBe(any.normalize(form))
    }),
  )
})
