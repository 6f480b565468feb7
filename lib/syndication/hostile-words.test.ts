import { XMLParser, XMLValidator } from 'fast-xml-parser'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { templateNames } from '@/lib/kernel/testing/template-names'
import { atom } from './atom'
import type { Feed } from './feed'
import { inPage } from './json-ld'
import { jsonFeed } from './json-feed'
import { rss } from './rss'
import { sitemap } from './sitemap'

const feedOf = (words: string): Feed => ({
  title: words,
  description: words,
  language: 'ar',
  page: 'https://blog.example/ar',
  self: 'https://blog.example/feeds/ar/rss.xml',
  updated: new Date('2020-02-03T10:00:00Z'),
  entries: [
    {
      id: '0190a1b2-0000-7000-8000-000000000001',
      url: 'https://blog.example/ar/chapters/a',
      title: words,
      language: 'ar',
      summary: words,
      author: words,
      tags: [words],
      html: '<p>A &lt;b&gt; &amp; C</p>',
      published: new Date(0),
      updated: new Date(0),
    },
  ],
})

interface Read {
  title: string
  description: string
  subtitle: string
  item: {
    title: string
    description: string
    'dc:creator': string
    category: string
    'content:encoded': string
  }
  entry: { title: string; summary: string; author: { name: string }; category: { '@_term': string } }
}
// As a reader of XML sees it: no trimming, no numbers, references to characters of every kind.
const parser = new XMLParser({
  ignoreAttributes: false,
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  htmlEntities: true,
})
const inRss = (words: string) => (parser.parse(rss(feedOf(words))) as { rss: { channel: Read } }).rss.channel
const inAtom = (words: string) => (parser.parse(atom(feedOf(words), words)) as { feed: Read }).feed

/** What a reader shows that takes text for HTML. Only references to characters may be in it: any tag is a fault. */
function shownAsHtml(html: string) {
  expect(html).not.toMatch(/[<>]/)
  return html.replace(/&(#x[0-9A-F]+;)?/g, (found, reference?: string) => {
    expect(reference, found).toBeDefined()
    return String.fromCodePoint(parseInt(reference!.slice(2), 16))
  })
}

const hostile = [
  ...templateNames,
  'a <b and c> d, use <script>',
  '</b> and </script> <!-- x --> ]]> <![CDATA[ y ]]>',
  'Ben & Jerry &amp; co &copy; &#38; &#x26; &ampersand',
  '<img src=x onerror=alert(1)>',
  '"quoted" and \'quoted\'',
  '5 < 6 > 4 && true',
  'C++ (二) \u2067سلام\u2069 \u200fليلى\u200f',
  '𠮷野家 😀 👨‍👩‍👧',
  '   ',
]

describe.each(hostile)('%j', (words) => {
  test('is shown as it was written by readers of RSS, which take titles and descriptions for HTML', () => {
    const { title, description, item } = inRss(words)
    for (const html of [title, description, item.title, item.description])
      expect(shownAsHtml(html)).toBe(words)
    expect([item['dc:creator'], item.category]).toEqual([words, words])
    expect(item['content:encoded']).toBe('<p>A &lt;b&gt; &amp; C</p>')
  })

  test('is text in Atom, where nothing says that it is HTML', () => {
    const { title, subtitle, entry } = inAtom(words)
    expect([
      title,
      subtitle,
      entry.title,
      entry.summary,
      entry.author.name,
      entry.category['@_term'],
    ]).toEqual(Array(6).fill(words))
  })

  test('is text in a JSON Feed and in the data of a page', () => {
    const [item] = (JSON.parse(jsonFeed(feedOf(words))) as { items: Record<string, unknown>[] }).items
    expect(item).toMatchObject({ title: words, summary: words, authors: [{ name: words }], tags: [words] })
    expect(JSON.parse(inPage({ words }))).toEqual({ words })
    expect(inPage({ words })).not.toMatch(/[<>&]/)
  })
})

test('half characters, controls and noncharacters are left out, wherever they stand', () => {
  const words = 'a\u0000\u0008\u000b\u001f\u007f\u0085\u009f\ud800b\udfff\ufffe\uffff\ufdd0\u{1ffff}c\t\n'
  const { title, item } = inRss(words)
  expect([title, item.title, item.category, inAtom(words).entry.title]).toEqual(Array(4).fill('abc\t\n'))
  expect(jsonFeed(feedOf(words))).not.toMatch(/\\u[0-9a-f]{4}/)
  expect(JSON.parse(jsonFeed(feedOf(words)))).toMatchObject({ title: 'abc\t\n' })
})

test('no words make a feed or a sitemap that is not well-formed, or are lost in it', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...'<>&;#x2aC!-[]"/ \'', '&amp;', ']]>', '<![CDATA[') }),
  )
  fc.assert(
    fc.property(anything, (words) => {
      for (const xml of [rss(feedOf(words)), atom(feedOf(words), words), sitemap([{ url: words }])])
        expect(XMLValidator.validate(xml)).toBe(true)
      const kept = JSON.parse(jsonFeed(feedOf(words))) as { title: string }
      // What XML makes of the ends of lines is no loss.
      if (!/[\r\n]/.test(words)) expect(shownAsHtml(inRss(words).item.title ?? '')).toBe(kept.title)
    }),
    { numRuns: 40 },
  )
})

test('each element stands on a line of its own, so that a validator can name it', () => {
  expect(rss(feedOf('x')).split('\n')).toContain('<title>x</title>')
  expect(atom(feedOf('x'), 'y').split('\n')).toContain('<author>')
})
