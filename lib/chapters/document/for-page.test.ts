import { expect, test } from 'vitest'
import { growth, linear } from '@/lib/kernel/testing/growth'
import { forPage } from './for-page'

const link = (href: string, inside: string) => `<a href="${href}" rel="noopener">${inside}</a>`
const isMarked = (href: string, inside: string) =>
  forPage(link(href, inside)).startsWith('<a class="address"')

test.each([
  ['https://example.org/', 'https://example.org/'],
  ['https://example.org/', 'example.org'],
  ['https://www.example.org/a?b=1&amp;c', 'example.org/a?b=1&amp;c'],
  ['https://example.org/%E9%9C%A7', 'https://example.org/霧'],
  ['https://example.org/%zz', 'https://example.org/%zz'],
  ['https://example.org/a', 'See <em>https://</em>example.org/a.'],
  ['http://Example.org/a/', 'example.org/a'],
])('a link to %s says it as %s', (href, inside) => expect(isMarked(href, inside)).toBe(true))

test.each([
  ['https://example.org/a', 'The log'],
  ['https://example.org/a', 'example.org'],
  ['https://example.org/a', 'https://example.net/a'],
  ['#note-1', '#note-1'],
  ['/en', '/en'],
])('a link to %s does not say it as %s', (href, inside) => expect(isMarked(href, inside)).toBe(false))

test('what cannot be broken for long is marked in texts, and nowhere else', () => {
  const long = 'https://example.org/a-very-long-address&amp;b'
  expect(forPage(`<p>霧は${long}にある。<code>x</code></p>`)).toBe(
    `<p>霧は<span class="long">${long}</span>にある。<code>x</code></p>`,
  )
  const other = `<p title="${long}">${'short words and '.repeat(9)}</p><p>${'灯台'.repeat(90)}</p>`
  expect(forPage(other)).toBe(other)
  expect(forPage(link(long, long))).toBe(
    `<a class="address" href="${long}" rel="noopener"><span class="long">${long}</span></a>`,
  )
})

test.each(['<a href="https://example.org/a">x</a>', '<a href="', '<', 'aaaa', ' ', '&amp;', '霧'])(
  'a long chapter of %j is no long work',
  (part) => {
    const work = (size: number) => void forPage(part.repeat(size / part.length))
    expect(growth(work, 65_536)).toBeLessThan(linear)
  },
)
