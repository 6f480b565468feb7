import { renderToStaticMarkup } from 'react-dom/server'
import type { ReactElement } from 'react'
import { describe, expect, test } from 'vitest'
import type { PublishedChapter } from '@/lib/chapters/reading/types'
import { readEntities, templateNames } from '@/lib/kernel/testing/template-names'
import type { QueuedComment } from '@/lib/moderation/queue/queries'
import { ChapterArticle } from '@/components/chapters/chapter-article'
import { ChapterList } from '@/components/chapters/chapter-list'
import { CommentForm } from '@/components/comments/comment-form'
import { CommentThread } from '@/components/comments/comment-thread'
import { AuthorPage } from '@/components/comments/author/author-page'
import { Announcement } from '@/components/desk/queue/announcement'
import { emptyOutbox } from '@/components/desk/queue/outbox/outbox'
import { CommentCard } from '@/components/desk/queue/card/comment-card'
import { inLanguage } from '@/components/desk/testing/in-language'

const id = '019c1d2e-0000-7000-8000-000000000001'
const at = new Date('2026-01-02T03:04:00Z')
const act = () => {}
const reply = async () => ({})
const card = { act, reply, decide: act, dismiss: act, isSelected: false, select: act }

const chapterOf = (name: string): PublishedChapter => ({
  slug: 'fog',
  number: 1,
  title: name,
  summary: name,
  originalDate: null,
  publishedAt: at,
  editionId: 'e',
  chapterId: 'c',
  locale: 'en',
  html: '<p>Fog</p>',
  opening: 'Fog',
  translator: { name, slug: 'somebody' },
  tags: [{ slug: 't', name }],
  minutes: 1,
  card: null,
  series: { slug: 'light', title: name },
  source: name,
  revisedAt: at,
  previous: null,
  next: null,
  translations: [],
})
const rankingOf = (name: string) => ({
  kind: 'hashtag' as const,
  subject: name,
  place: 1,
  country: null,
  service: name,
  sourceUrl: 'https://example.org/',
  asOf: at,
})
const commentOf = (name: string) => ({
  id,
  parentId: null,
  name,
  url: null,
  text: name,
  locale: 'en' as const,
  sentAt: at,
})
const threadOf = (name: string) => ({
  answered: [],
  page: 1,
  pages: 1,
  total: 2,
  comments: [commentOf(name), { ...commentOf(name), id: `${id.slice(0, -1)}2`, parentId: id }],
})
const queuedOf = (name: string): QueuedComment => ({
  id,
  status: 'pending',
  name,
  email: '',
  url: null,
  text: name,
  seal: 'x',
  version: 'x',
  disguises: {},
  byStaff: false,
  answersDeleted: false,
  locale: 'ja',
  sentAt: at,
  parent: { name, text: 'First' },
  screening: [],
  chapter: { id, editionId: id, title: name, locale: 'ja', slug: 'lamp', number: 1 },
})
const ownOf = (name: string) => ({
  id,
  status: 'approved' as const,
  erased: false,
  name,
  email: 'rea@example.org',
  text: name,
  sentAt: at,
  editedAt: null,
  changeable: false,
  chapter: { locale: 'ja', slug: 'fog', title: name },
})
const replyTo = (parentName: string) => ({
  status: 'reply' as const,
  parent: id,
  parentName,
  submissionKey: id,
  typed: { comment: '', author: parentName, email: '', url: '' },
  challenge: { token: 'the-token', question: 'three + 5', spoken: 'three plus 5' },
})

const views: [string, (name: string) => ReactElement, number][] = [
  ['a chapter', (name) => <ChapterArticle chapter={chapterOf(name)} rankings={[rankingOf(name)]} />, 6],
  ['a list', (name) => <ChapterList locale="en" chapters={[chapterOf(name)]} />, 4],
  ['a thread', (name) => <CommentThread locale="en" path="/en/chapters/x" thread={threadOf(name)} />, 6],
  [
    'a form that answers',
    (name) => <CommentForm locale="en" action="/x" state={replyTo(name)} chapterId={id} />,
    2,
  ],
  [
    'a comment of one’s own',
    (name) => (
      <AuthorPage locale="en" purpose="status" action="/en/comments/x" mailsOffered comment={ownOf(name)} />
    ),
    2,
  ],
  ['the queue', (name) => <CommentCard comment={queuedOf(name)} {...card} />, 4],
  [
    'what a button has done',
    (name) => (
      <Announcement
        outcome={{ id, name, from: 'pending', nonce: 1, kind: 'moved', to: 'approved', undoes: false }}
        act={act}
        box={emptyOutbox}
        undo={act}
      />
    ),
    1,
  ],
]

describe.each(views)('%s', (_, view, times) => {
  test.each(templateNames)('says %j as it was written', (name) => {
    const html = renderToStaticMarkup(inLanguage('en', view(name)))
    expect(html).not.toMatch(/<u>|<\/title>|<0>|<%/)
    expect(readEntities(html).split(name).length - 1).toBeGreaterThanOrEqual(times)
  })
})
