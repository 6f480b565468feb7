import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { PublishedChapter } from '@/lib/chapters/reading/types'
import { ChapterArticle } from './chapter-article'

const chapter: PublishedChapter = {
  slug: 'fog',
  number: 1,
  title: 'Fog',
  summary: '',
  originalDate: null,
  publishedAt: new Date(0),
  editionId: 'e',
  chapterId: 'c',
  locale: 'en',
  html: '<p>Fog</p>',
  translator: null,
  opening: 'Fog',
  series: { slug: 'light', title: 'The light' },
  tags: [],
  minutes: 1,
  card: null,
  source: null,
  revisedAt: new Date(0),
  previous: null,
  next: null,
  translations: [],
}
const html = (source: string) => renderToStaticMarkup(<ChapterArticle chapter={{ ...chapter, source }} />)

test('the addresses in a source are links, and the rest of it is text', () => {
  expect(html('https://example.org/a?b=1&c')).toContain(
    '<p>Source: <a href="https://example.org/a?b=1&amp;c" rel="noopener" dir="ltr">https://example.org/a?b=1&amp;c</a></p>',
  )
  expect(html('Logbook <III>, https://example.org')).toContain(
    '<p>Source: Logbook &lt;III&gt;, <a href="https://example.org/" rel="noopener" dir="ltr">https://example.org</a></p>',
  )
  expect(html('https://ja.wikipedia.org/wiki/%E7%81%AF%E5%8F%B0')).toContain(
    '<a href="https://ja.wikipedia.org/wiki/%E7%81%AF%E5%8F%B0" rel="noopener" dir="ltr">https://ja.wikipedia.org/wiki/灯台</a>',
  )
  expect(html('javascript:alert(1)')).toContain('<p>Source: javascript:alert(1)</p>')
})

test('what is foreign to the page keeps its own order, and runs that lines cannot be broken in are marked', () => {
  const tags = [{ slug: 'c', name: 'C++' }]
  const text = `<p>${'a'.repeat(30)} <a href="https://example.org/" rel="noopener">example.org</a></p>`
  const arabic = { ...chapter, locale: 'ar' as const, tags, html: text, title: 'C++', source: 'Log (3)' }
  const page = renderToStaticMarkup(<ChapterArticle chapter={arabic} />)
  for (const name of ['The light', 'C++']) expect(page).toContain(`<bdi>${name}</bdi>`)
  expect(page).toContain('\u2068Log (3)\u2069')
  expect(page).toContain(
    `<p><span class="long">${'a'.repeat(30)}</span> <a class="address" href="https://example.org/" rel="noopener">`,
  )
})
