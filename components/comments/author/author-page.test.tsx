import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import type { AuthorPageProps } from '@/lib/comments/author/page'
import type { AuthorComment } from '@/lib/comments/author/queries'
import { locales } from '@/lib/i18n/locales'
import { AuthorPage } from './author-page'

const comment: AuthorComment = {
  id: '0190c0de-0000-7000-8000-000000000001',
  status: 'pending',
  erased: false,
  name: 'Rea <b>',
  email: 'rea@example.org',
  text: 'Lamp <script>alert(1)</script>',
  sentAt: new Date('2026-01-02T03:04:00Z'),
  editedAt: null,
  changeable: false,
  chapter: { locale: 'ja', slug: '灯台', title: 'The <Lamp>' },
}
const html = (changes: Partial<AuthorComment> = {}, page: Partial<AuthorPageProps> = {}) =>
  renderToStaticMarkup(
    <AuthorPage
      locale="en"
      purpose="status"
      action="/en/comments/x"
      mailsOffered
      {...page}
      comment={{ ...comment, ...changes }}
    />,
  )
const by = (person: boolean, reason: string | null = null) => ({
  byAuthor: false,
  byPerson: person,
  reason,
})

describe('what its author is told', () => {
  test.each([
    ['it waits', {}, 'awaiting moderation'],
    ['it is published', { status: 'approved' }, 'href="/ja/chapters/%E7%81%AF%E5%8F%B0#comment-0190c0de'],
    ['it was taken for spam', { status: 'spam', decision: by(false, 'secret score') }, 'taken for spam'],
    [
      'a person decided, with a reason',
      { status: 'trash', decision: by(true, 'Not about the lamp') },
      'Not about the lamp',
    ],
    [
      'it was taken back',
      { status: 'trash', decision: { ...by(false), byAuthor: true } },
      'took this comment back',
    ],
    ['it was erased', { status: 'trash', erased: true }, 'erased this comment'],
  ] as [string, Partial<AuthorComment>, string][])('%s', (_what, changes, said) => {
    expect(html(changes)).toContain(said)
  })

  test('and not what our rules found', () => {
    expect(html({ status: 'spam', decision: by(false, 'secret score') })).not.toContain('secret score')
  })
})

test('what somebody wrote is text', () => {
  const out = html()
  expect(out).not.toContain('<script>')
  expect(out).toContain('Lamp &lt;script&gt;')
  expect(out).toContain('The &lt;Lamp&gt;')
})

test('it is changed only while it may be, and nothing is left to do with what was erased', () => {
  expect(html()).not.toContain('value="change"')
  expect(html({ changeable: true, changeUntil: new Date() })).toContain('You can change it until')
  expect(html({ changeable: true })).toContain('an editor looks at it before it is shown again')
  expect(html({ changeable: true })).toContain('value="change"')
  expect(html({ status: 'trash', erased: true })).not.toContain('<form')
})

test('mails are offered where there is a mail server and an address', () => {
  expect(html()).toContain('value="follow"')
  expect(html({}, { mailsOffered: false })).not.toContain('value="follow"')
  expect(html({ email: '' })).not.toContain('value="follow"')
  const follow = { confirmed: true, stopped: false, daily: false }
  expect(html({ follow })).toContain('value="stop"')
  expect(html({ follow })).toContain('value="daily"')
  expect(html({ follow: { ...follow, daily: true } })).toContain('value="at-once"')
  expect(html({ follow: { ...follow, confirmed: false } })).not.toContain('value="daily"')
})

test('the links of mails do one thing each, by a button', () => {
  for (const purpose of ['confirm', 'stop', 'stop-all'] as const) {
    const out = html({}, { purpose })
    expect(out.match(/<form/g)).toHaveLength(1)
    expect(out).toContain(`value="${purpose}"`)
  }
  expect(html({}, { purpose: 'confirm', notice: 'confirmed' })).not.toContain('<form')
})

test('everything of an address is reached by its own link only', () => {
  const follow = { confirmed: true, stopped: false, daily: false }
  expect(html({ follow })).toContain('Everything that is kept about this comment')
  expect(html({ follow })).toContain('value="send-everything"')
  for (const page of [html({ email: '' }), html({ status: 'spam' }), html({}, { mailsOffered: false })])
    expect(page).not.toContain('value="send-everything"')
  const all = html({}, { purpose: 'everything' })
  expect(all).toContain('reaches all comments')
  expect(all.match(/<form/g)).toHaveLength(2)
  expect(all).toContain('name="sure"')
})

test('an address is refused by a button, with no comment to be seen', () => {
  const page = { locale: 'en', purpose: 'never', action: '/en/comments/x', mailsOffered: true } as const
  expect(renderToStaticMarkup(<AuthorPage {...page} />)).toContain('value="never"')
  const done = renderToStaticMarkup(<AuthorPage {...page} notice="neverAsked" />)
  expect(done).toContain('will not be asked again')
  expect(done).not.toContain('<form')
})

test('a link that is none of ours shows no comment', () => {
  expect(html({}, { purpose: 'missing' })).not.toContain('Lamp')
})

test.each(locales)('it speaks %s', (locale) => {
  expect(html({ changeUntil: new Date() }, { locale })).not.toMatch(/\{\w+\}/)
})
