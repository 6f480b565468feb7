import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { CommentText } from '@/components/comments/comment-text'
import { inLanguage } from '@/components/desk/testing/in-language'
import type { Disguises } from '@/lib/comments/disguises/types'
import { Shown, shownBy } from './shown'

const drawn = (text: string, disguises: Disguises = {}, locale: 'en' | 'ja' | 'ar' = 'en') =>
  renderToStaticMarkup(inLanguage(locale, <Shown text={text} disguises={disguises} />))
const namesIn = (html: string) => [...html.matchAll(/aria-label="([^"]*)"/g)].map(([, name]) => name)
const wordsIn = (html: string) => html.replace(/<[^>]*>/g, '')

describe('a character that is not seen has a name', () => {
  test.each([
    ['en', 'zero width space U+200B'],
    ['ja', 'ゼロ幅スペース U+200B'],
    ['ar', 'مسافة معدومة العرض U+200B'],
  ] as const)('in %s', (locale, name) =>
    expect(
      namesIn(drawn('pay\u200bpal', {}, locale)).map((one) => one!.replace(/[\u2066-\u2069]/g, '')),
    ).toEqual([name]),
  )

  test.each([
    ['\u{e0068}', 'tag character U+E0068'],
    ['a\u{e0155}', 'variation selector U+E0155'],
    ['a\u206a', 'invisible character U+206A'],
    ['\u202e', 'right-to-left override U+202E'],
  ])('also %j', (text, name) => expect(namesIn(drawn(text))).toEqual([name]))

  test('and a row of them says how many', () =>
    expect(namesIn(drawn('a\u200b\u200b\u200d\u200b\u200b\u200bb'))).toEqual([
      '6 invisible characters: zero width space U+200B, zero width space U+200B, zero width joiner U+200D, zero width space U+200B …',
    ]))
})

test('a letter that looks like another says so, in the words that have been found and in no others', () => {
  const html = drawn('pаypal and а', { pаypal: { а: 'a' } })
  expect(namesIn(html)).toEqual(['а (U+0430), looks like a'])
  expect(wordsIn(html)).toBe('pаypal and а')
  expect(drawn('constructor', {})).toBe('constructor')
})

test('a link whose letters look like others says where it leads', () => {
  const text = 'See https://www.аpple.com/x and https://例え.jp/'
  const html = renderToStaticMarkup(
    inLanguage('en', <CommentText text={text} show={shownBy({ аpple: { а: 'a' } })} />),
  )
  expect(namesIn(html)).toEqual(['а (U+0430), looks like a', 'leads to www.xn--pple-43d.com'])
  expect(html).toContain('>www.xn--pple-43d.com</span>')
})

test('what others have written is text', () =>
  expect(drawn('<b>\u200b</b>')).toMatch(/^&lt;b&gt;<span .*<\/span>&lt;\/b&gt;$/))
