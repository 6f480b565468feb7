import { expect, test } from 'vitest'
import { parseSlugParam, typedSlugIn } from './slug'

test('slugs of any script come out as they were written', () => {
  expect(parseSlugParam('the-first-night')).toBe('the-first-night')
  expect(parseSlugParam(encodeURIComponent('最初の夜'))).toBe('最初の夜')
  expect(parseSlugParam('最初の夜')).toBe('最初の夜')
  expect(parseSlugParam('cafe%CC%81')).toBe('café')
})

test('what cannot be a slug is nothing, and nothing is thrown', () => {
  for (const broken of [
    '',
    '_',
    '%',
    '%zz',
    '%00',
    'a%00b',
    '%ED%A0%80',
    'a%2Fb',
    'a%20b',
    '\ud800',
    'x'.repeat(201),
  ]) {
    expect(parseSlugParam(broken)).toBeUndefined()
  }
})

test.each(['a%20b', 'a?b', 'a%2Fb', '%25', '_', 'x'.repeat(300)])('%s may mean one', (typed) =>
  expect(typedSlugIn(typed)).toBe(decodeURIComponent(typed)),
)

test.each(['', '%zz', 'a%00b', 'a%0A', '\ud800', 'x'.repeat(301)])('%j means nothing', (typed) =>
  expect(typedSlugIn(typed)).toBeUndefined(),
)

test('a slug has two hundred characters at most', () =>
  expect(parseSlugParam('𠮷'.repeat(200))).toBeDefined())
