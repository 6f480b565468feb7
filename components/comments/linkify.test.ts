import { expect, test } from 'vitest'
import { growth, linear } from '@/lib/kernel/testing/growth'
import { linkify, linkTo } from './linkify'

const links = (text: string) =>
  linkify(text).flatMap((piece) => (typeof piece === 'string' ? [] : [piece.href]))
const whole = (text: string) => linkify(text).map((piece) => (typeof piece === 'string' ? piece : piece.text))

test('addresses become links and nothing of the text is lost', () => {
  const text = 'See https://example.org/a?b=1#c, or (http://example.com/x_(y)). Fine!'
  expect(links(text)).toEqual(['https://example.org/a?b=1#c', 'http://example.com/x_(y)'])
  expect(whole(text).join('')).toBe(text)
})

test('marks of other scripts end an address', () => {
  expect(links('「https://example.org/灯台」を見て。')).toEqual(['https://example.org/%E7%81%AF%E5%8F%B0'])
  expect(links('https://example.org/a、https://example.org/b。')).toEqual([
    'https://example.org/a',
    'https://example.org/b',
  ])
  expect(links('انظر https://example.org/a؟')).toEqual(['https://example.org/a'])
})

test('what could deceive stays text', () => {
  for (const text of [
    'javascript:alert(1)',
    'ftp://example.org',
    'https://bank.example:secret@evil.example/',
    'https://',
    'http://\u202egro.elpmaxe',
    'data:text/html,https',
  ]) {
    expect(linkify(text)).toEqual([text])
  }
})

test('an author’s website is linked only if it is one', () => {
  expect(linkTo('https://example.org')).toBe('https://example.org/')
  for (const url of ['javascript:alert(1)', 'JAVASCRIPT:alert(1)', '//example.org', '', null, undefined]) {
    expect(linkTo(url)).toBeUndefined()
  }
})

test.each(['.', 'https://', ')'])('a long text without spaces is no long work: %s', (part) => {
  const link = (letters: number) => void linkify('https://example.org/' + part.repeat(letters / part.length))
  expect(growth(link, 256_000)).toBeLessThan(linear)
})
