import { expect, test } from 'vitest'
import { deskWords } from '@/lib/i18n/desk-words'
import { locales } from '@/lib/i18n/locales'
import { strayProblem } from '@/lib/kernel/text/typed-text'
import { sentenceFor } from './sentence-for'

const english = (problem: string) => sentenceFor('en', deskWords('en').problems, problem)
const stray = { code: 'U+202E', place: 7, before: 'Maria' }

test('a code has its sentence; one that is not known says that nothing was saved', () => {
  expect(english('title-missing')).toBe('Please give it a title.')
  for (const unknown of ['of-a-newer-version', 'constructor', 'characters', 'document-turns'])
    expect(english(unknown)).toBe(deskWords('en').problems.unavailable)
})

test.each([
  [
    strayProblem('characters', stray),
    'Character 7, after “Maria”, is not seen but forces an order upon what follows: right-to-left override (U+202E). Please delete it, or type this again.',
  ],
  [
    strayProblem('characters', { ...stray, code: 'U+202D', place: 1, before: '' }),
    'Character 1 is not seen but forces an order upon what follows: left-to-right override (U+202D). Please delete it, or type this again.',
  ],
  [
    strayProblem('note-characters', { ...stray, before: '' }),
    'Character 7 is not seen but forces an order upon what follows: right-to-left override (U+202E). Please delete it, or type this again.',
  ],
  [
    strayProblem('email-character', { code: 'U+00E9', place: 2, before: 'r' }),
    'Character 2, “é” (U+00E9), is not one that every mail server takes. Please give an address without it.',
  ],
  [
    strayProblem('password-character', { code: 'U+0009', place: 3, before: '' }),
    'Character 3 (U+0009) cannot be typed. Please leave it out.',
  ],
  [
    strayProblem('document-turns', { ...stray, before: '' }),
    'The text holds an invisible character that forces an order upon what follows, U+202E, at the beginning of a paragraph. Please delete it, or type this again. Nothing has been saved.',
  ],
])('%j says which character it is and where it stands', (problem, sentence) =>
  expect(english(problem)).toBe(sentence),
)

test.each(locales)('in %s each names the character and its place', (locale) => {
  const said = sentenceFor(locale, deskWords(locale).problems, strayProblem('characters', stray))
  expect(said).toContain('U+202E')
  expect(said).toContain('Maria')
  expect(said).toMatch(/[7٧]/)
})
