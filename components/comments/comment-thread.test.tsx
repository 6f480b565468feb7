import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { threadPageLength } from '@/lib/comments/rules'
import type { ShownComment } from './comment'
import { CommentThread } from './comment-thread'

const aComment = (id: string, wish: Partial<ShownComment> = {}): ShownComment => ({
  id,
  parentId: null,
  name: 'Ines',
  url: null,
  text: 'Hello',
  locale: 'en',
  sentAt: new Date('2024-02-04T19:12:00Z'),
  ...wish,
})
const thread = { answered: [], page: 1, pages: 1 }
const html = (...comments: ShownComment[]) => onPage({ ...thread, total: comments.length, comments })
const onPage = (thread: Parameters<typeof CommentThread>[0]['thread'], settings: object = {}) =>
  renderToStaticMarkup(<CommentThread locale="en" path="/en/chapters/x" thread={thread} {...settings} />)

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
  expect(out).toContain('href="/en/chapters/x?reply=b#comment"')
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

test('blanks stay as they were typed, and only what is quoted is a quotation', () => {
  const out = html(aComment('a', { text: '\u3000雨の日  です\n>_< so much rain\n\n> اقتبس\n>\n> >_<\nyes' }))
  expect(out).toContain(
    '<p dir="auto">\u3000雨の日  です<br/>&gt;_&lt; so much rain</p>' +
      '<blockquote dir="auto"><p>اقتبس</p><p>&gt;_&lt;</p></blockquote><p dir="auto">yes</p>',
  )
})

test('an author with a website is linked to it', () => {
  expect(html(aComment('a', { url: 'https://example.org' }))).toContain(
    '<a href="https://example.org/" rel="nofollow ugc noopener noreferrer"><bdi>Ines</bdi></a>',
  )
})

test('a later page leads to those beside it, and a reply to whom it answers there', () => {
  const reply = aComment('b', { parentId: 'a' })
  const out = onPage({
    comments: [reply],
    answered: [{ id: 'a', name: 'Ada' }],
    total: 2 * threadPageLength + 1,
    page: 2,
    pages: 3,
  })
  expect(out).toContain('101 comments')
  expect(out).toContain('<a href="/en/chapters/x/comments/a">in reply to <bdi>Ada</bdi></a>')
  expect(out).toContain('href="/en/chapters/x#comments"')
  expect(out).toContain('href="/en/chapters/x/comments/3#comments"')
  expect(out).toContain('href="/en/chapters/x/comments/2?reply=b#comment"')
})

test('languages can be chosen where there are several', () => {
  expect(html(aComment('a'), aComment('b'))).not.toContain('type="radio"')
  expect(html(aComment('a'), aComment('b', { locale: 'ja' }))).toContain('id="comments-in-ja"')
})

test('the settings say how deep, in which order and whether anybody may answer', () => {
  const comments = [aComment('a'), aComment('b', { parentId: 'a' }), aComment('c')]
  const shown = (settings: object) =>
    onPage({ comments, answered: [], total: 3, page: 1, pages: 1 }, settings)
  const order = (out: string) => [...out.matchAll(/id="comment-(\w)"/g)].map(([, id]) => id).join('')
  expect(order(shown({}))).toBe('abc')
  expect(order(shown({ order: 'newest first' }))).toBe('cab')
  expect(shown({ threadDepth: 1 }).match(/<ol/g)).toHaveLength(1)
  expect(shown({ threadDepth: 1 })).not.toContain('class="reply"')
  expect(shown({ open: false })).not.toContain('class="reply"')
})

describe('who gave no name, or one of which nothing is seen, is anonymous', () => {
  test.each(['', '\u200b', ' \u3000', '\u2800', '\u200f'])('%j', (name) => {
    for (const [locale, word] of [
      ['en', 'Anonymous'],
      ['ja', '名無し'],
      ['ar', 'مجهول'],
    ] as const) {
      const comments = [aComment('a', { name }), aComment('b', { parentId: 'a', name })]
      const out = renderToStaticMarkup(
        <CommentThread
          locale={locale}
          path="/x"
          threadDepth={1}
          thread={{ ...thread, total: 2, comments }}
        />,
      )
      expect(out.split(`<bdi>${word}</bdi>`)).toHaveLength(4) // both, and who is answered
      expect(out).toContain('<span class="avatar" aria-hidden="true">·</span>')
      const answers = [{ id: 'z', name }]
      const onLater = onPage({
        ...thread,
        total: 51,
        page: 2,
        pages: 2,
        comments: [aComment('b', { parentId: 'z' })],
        answered: answers,
      })
      expect(onLater).toContain('in reply to <bdi>Anonymous</bdi>')
      const reply = renderToStaticMarkup(
        <CommentThread
          locale={locale}
          path="/x"
          thread={{ ...thread, total: 1, comments: [aComment('a', { name })] }}
        />,
      )
      expect(reply).toContain(`data-name="${word}"`)
    }
  })
  test('somebody who is called so is called so', () =>
    expect(html(aComment('a', { name: '匿名' }))).toContain('<bdi>匿名</bdi>'))
})

test('the page below the chapter may be the newest: its address is the chapter’s, and the first has its own', () => {
  const out = onPage({
    comments: [aComment('c')],
    answered: [],
    total: 11,
    page: 3,
    pages: 3,
    home: 3,
  })
  expect(out).toContain('href="/en/chapters/x?reply=c#comment"')
  expect(out).toContain('href="/en/chapters/x/comments/2#comments"')
  const first = onPage({ comments: [aComment('a')], answered: [], total: 11, page: 2, pages: 3, home: 3 })
  expect(first).toContain('href="/en/chapters/x/comments/1#comments"')
  expect(first).toContain('href="/en/chapters/x#comments"')
  expect(first).toContain('href="/en/chapters/x/comments/2?reply=a#comment"')
})

test('a badge is for the staff alone, whatever somebody calls himself', () => {
  expect(html(aComment('a', { name: 'Staff', byStaff: false }))).not.toContain('class="staff"')
  expect(html(aComment('a', { byStaff: true }))).toContain('<small class="staff">Staff</small>')
})

test('pictures beside names are made here, as the settings want them', () => {
  const shown = (avatars?: string) =>
    onPage({ ...thread, total: 1, comments: [aComment('a')] }, avatars ? { avatars } : {})
  expect(shown()).toContain('<span class="avatar" aria-hidden="true">I</span>')
  expect(shown('pattern')).toContain('<svg class="avatar"')
  expect(shown('none')).not.toContain('avatar')
  for (const kind of [undefined, 'pattern', 'none']) expect(shown(kind)).not.toMatch(/<img|https?:/)
})

const removed = (id: string, parentId: string | null = null) => ({ id, parentId, removed: true }) as const

test.each([
  ['en', 'A comment was removed', '1 reply'],
  ['ja', 'コメントは削除されました', '返信1件'],
  ['ar', 'أُزيل تعليق', 'ردّ واحد'],
] as const)(
  'what was removed is told in %s, with its replies below and nothing of what it was',
  (locale, said, count) => {
    const id = '019c1d2e-0000-7000-8000-000000000001'
    const out = renderToStaticMarkup(
      <CommentThread
        locale={locale}
        path="/x"
        thread={{ ...thread, total: 1, comments: [aComment('b', { parentId: id })], removed: [removed(id)] }}
      />,
    )
    expect(out).toMatch(
      new RegExp(
        `<p class="removed">${said}</p><details open=""><summary>${count}</summary><ol.*id="comment-b"`,
      ),
    )
    expect(out).not.toContain(id)
    expect(out.match(/<article/g)).toHaveLength(1)
  },
)

test('where nothing can stand below what was removed, it is told all the same, and a reply says that it answers it', () => {
  const comments = [aComment('a'), aComment('b', { parentId: 'x' })]
  const shown = (threadDepth: number) =>
    onPage({ ...thread, total: 2, comments, removed: [removed('x', 'a')] }, { threadDepth })
  for (const depth of [1, 2]) {
    expect(shown(depth)).toMatch(/<p class="removed">A comment was removed.*id="comment-b"/)
    expect(shown(depth)).toContain('in reply to a comment that was removed')
  }
  expect(shown(3)).toContain('<p class="removed">A comment was removed</p>')
  expect(shown(3)).not.toContain('in reply to')
})

test('what was removed below a comment of another page leads there', () => {
  const out = onPage({
    ...thread,
    total: 51,
    page: 2,
    pages: 2,
    comments: [aComment('b', { parentId: 'x' })],
    removed: [removed('x', 'a')],
    answered: [{ id: 'a', name: '' }],
  })
  expect(out).toContain(
    'A comment was removed · <a href="/en/chapters/x/comments/a">in reply to <bdi>Anonymous</bdi></a>',
  )
})

test('a choice of languages is that of the whole thread, and goes along to its other pages', () => {
  const wish = { total: 101, page: 2, pages: 3, languages: ['en', 'ja'] }
  const out = onPage({ ...thread, ...wish, comments: [aComment('a')] })
  expect(out).toContain('id="comments-in-ja"')
  expect(out).not.toContain('id="comments-in-ar"')
  for (const href of ['x?comments-in=ja#comments', 'x/comments/3?comments-in=ja#comments'])
    expect(out).toContain(`href="/en/chapters/${href}"`)
  expect(out).toContain('<div class="in-ja" hidden="">')
  expect(out).toContain('<p class="hint none-here">On this page there are none in this language.</p>')
  const one = onPage({ ...thread, ...wish, languages: ['en'], comments: [aComment('a')] })
  expect(one).not.toMatch(/comments-in|none-here/)
})
