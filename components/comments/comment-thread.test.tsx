import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { CommentThread, type ShownComment } from './comment-thread'

const aComment = (id: string, wish: Partial<ShownComment> = {}): ShownComment => ({
  ...{ id, parentId: null, name: 'Ines', url: null, text: 'Hello', locale: 'en' },
  ...{ sentAt: new Date('2024-02-04T19:12:00Z'), ...wish },
})
const html = (...comments: ShownComment[]) =>
  renderToStaticMarkup(<CommentThread locale="en" path="/en/chapters/x" comments={comments} />)

test('nobody has answered yet', () => {
  expect(html()).toContain('No comments yet')
  expect(html()).not.toContain('<ol')
})

test('replies stand inside what they answer, with a link to each and its time', () => {
  const out = html(aComment('a'), aComment('b', { parentId: 'a' }))
  expect(out).toContain('2 comments')
  expect(out).toMatch(/id="comment-a".*<ol.*id="comment-b"/)
  expect(out).toContain('<a href="#comment-a"')
  expect(out).toContain('<time dateTime="2024-02-04T19:12:00.000Z">4 February 2024 at 19:12 UTC</time>')
  expect(out).toContain('href="/en/chapters/x?reply=b#respond"')
})

test('replies are nested five deep and no deeper', () => {
  const chain = Array.from({ length: 8 }, (_, place) =>
    aComment(`c${place}`, { parentId: place ? `c${place - 1}` : null }),
  )
  const out = html(...chain)
  expect(out.match(/<ol/g)).toHaveLength(5)
  for (const { id } of chain) expect(out).toContain(`id="comment-${id}"`)
})

test('what readers type is never markup', () => {
  const out = html(
    aComment('a', {
      name: '<img src=x onerror=alert(1)>',
      url: 'javascript:alert(1)',
      text: '<script>alert(1)</script>\n\n"quoted" https://example.org/?a="><b>',
    }),
  )
  expect(out).not.toMatch(/<script|<img|href="javascript|<b>"/)
  expect(out).toContain('<bdi>&lt;img')
  expect(out).toContain('<a href="https://example.org/?a=" rel="nofollow ugc noopener noreferrer"')
})

test('paragraphs and lines are kept; the language is told where it differs', () => {
  const out = html(aComment('a', { text: 'one\ntwo\n\nthree', locale: 'ja' }))
  expect(out).toContain(
    '<div class="words" lang="ja"><p dir="auto">one<br/>two</p><p dir="auto">three</p></div>',
  )
})

test('an author with a website is linked to it', () => {
  expect(html(aComment('a', { url: 'https://example.org' }))).toContain(
    '<a href="https://example.org/" rel="nofollow ugc noopener noreferrer"><bdi>Ines</bdi></a>',
  )
})

test('the settings say how deep, in which order and whether anybody may answer', () => {
  const comments = [aComment('a'), aComment('b', { parentId: 'a' }), aComment('c')]
  const shown = (settings: object) =>
    renderToStaticMarkup(<CommentThread locale="en" path="/x" comments={comments} {...settings} />)
  const order = (out: string) => [...out.matchAll(/id="comment-(\w)"/g)].map(([, id]) => id).join('')
  expect(order(shown({}))).toBe('abc')
  expect(order(shown({ order: 'newest first' }))).toBe('cab')
  expect(shown({ threadDepth: 1 }).match(/<ol/g)).toHaveLength(1)
  expect(shown({ threadDepth: 1 })).not.toContain('class="reply"')
  expect(shown({ open: false })).not.toContain('class="reply"')
})

test('who gave no name is anonymous', () => {
  expect(html(aComment('a', { name: '' }))).toContain('<bdi>Anonymous</bdi>')
})
