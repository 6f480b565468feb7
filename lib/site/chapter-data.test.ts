import { beforeAll, describe, expect, test } from 'vitest'
import type { PublishedChapter } from '@/lib/chapters/reading/types'
import type { ThreadPage } from '@/lib/comments/thread/queries'
import { setRuntime } from '@/lib/kernel/env'
import { factsOf, factsOfComments, factsOfWay } from './chapter-data'

beforeAll(() => setRuntime({ secret: 'a secret that only tests know, 32+', siteUrl: 'https://blog.example' }))

const at = (path: string) => `https://blog.example${path}`
const [published, revised, original] = ['2024-02-10', '2024-03-01', '2019-01-14'].map((day) => new Date(day))

const chapter = {
  locale: 'ja',
  slug: '霧',
  number: 3,
  title: 'Fog',
  summary: 'Nine days',
  minutes: 7,
  card: 'abc',
  publishedAt: published,
  revisedAt: revised,
  originalDate: original,
  source: 'https://lamp.example/',
  series: { slug: 'the-light', title: 'The light' },
  tags: [
    { slug: 'sea', name: 'Sea' },
    { slug: 'fog', name: 'Fog' },
  ],
  translator: { slug: 'mara-quill', name: 'Mara Quill' },
} as unknown as PublishedChapter

const comment = (id: string, more: object = {}) => ({
  id,
  parentId: null,
  name: 'Rea',
  url: null,
  text: `Words of ${id}`,
  locale: 'ja',
  sentAt: published,
  byStaff: false,
  ...more,
})
const thread = (comments: object[] = [], more: object = {}) =>
  ({ comments, total: comments.length, page: 1, pages: 1, home: 1, ...more }) as unknown as ThreadPage

type Facts = Record<string, unknown> & { comment: Record<string, unknown>[] }
const read = (text: string) => JSON.parse(text) as [Facts, { itemListElement: object[] }]
const article = (more: object = {}, comments: object[] = []) =>
  read(factsOf({ ...chapter, ...more }, thread(comments)))[0]

const path = '/ja/chapters/%E9%9C%A7'
const step = (position: number, name: string, item: string) => ({
  '@type': 'ListItem',
  position,
  name,
  item: at(item),
})

test('a chapter says all that is known of it, in whole addresses', () => {
  expect(article()).toMatchObject({
    '@id': at(path),
    headline: 'Fog',
    description: 'Nine days',
    inLanguage: 'ja',
    position: 3,
    datePublished: '2024-02-10T00:00:00.000Z',
    dateModified: '2024-03-01T00:00:00.000Z',
    publisher: { name: 'Chapterhouse', url: at('/ja') },
    translator: { name: 'Mara Quill', url: at('/ja/translators/mara-quill') },
    isPartOf: { name: 'The light', url: at('/ja/series/the-light') },
    keywords: ['Sea', 'Fog'],
    timeRequired: 'PT7M',
    image: expect.stringMatching(/^https:\/\/blog\.example\/.*abc/) as string,
    isBasedOn: { url: 'https://lamp.example/', datePublished: '2019-01-14' },
    comment: [],
    commentCount: 0,
  })
})

test('a text that was saved before it came out changed when it came out', () =>
  expect(article({ revisedAt: new Date('2024-01-01') }).dateModified).toBe('2024-02-10T00:00:00.000Z'))

test.each([
  ['translator', null, 'translator', undefined],
  ['translator', { name: 'Mara' }, 'translator', { '@type': 'Person', name: 'Mara' }],
  ['card', null, 'image', undefined],
])('%s: %j says of its %s %j', (field, value, fact, said) =>
  expect(article({ [field]: value })[fact]).toEqual(said),
)

describe('the original', () => {
  const based = (source: string | null, originalDate: Date | null) =>
    article({ source, originalDate }).isBasedOn
  const type = '@type'

  test.each([
    ['https://lamp.example/', null, { url: 'https://lamp.example/' }],
    ['The Lamp, a book', null, { name: 'The Lamp, a book' }],
    ['The Lamp', original!, { name: 'The Lamp', datePublished: '2019-01-14' }],
    [null, original!, { datePublished: '2019-01-14' }],
  ])('%j, of %j', (source, date, facts) =>
    expect(based(source, date)).toEqual({ [type]: 'CreativeWork', ...facts }),
  )

  test('is not spoken of where nothing is known of it', () => expect(based(null, null)).toBeUndefined())
})

describe('comments', () => {
  test('are the first five, with the beginning of each, and whom each answers if it stands there', () => {
    const long = '𠮷'.repeat(201)
    const comments = [
      comment('a', { text: long }),
      comment('b', { parentId: 'a', name: '' }),
      comment('c', { parentId: 'elsewhere' }),
      ...['d', 'e', 'f'].map((id) => comment(id)),
    ]
    const said = article({}, comments)
    expect(said.commentCount).toBe(6)
    expect(said.comment).toHaveLength(5)
    expect(said.comment[0]).toMatchObject({
      url: at(`${path}/comments/a`),
      text: '𠮷'.repeat(200),
      dateCreated: '2024-02-10T00:00:00.000Z',
      author: { name: 'Rea' },
    })
    expect(said.comment[1]).toMatchObject({
      author: { name: '名無し' },
      parentItem: { url: at(`${path}/comments/a`) },
    })
    expect([said.comment[0], said.comment[2]].map((one) => one!.parentItem)).toEqual([undefined, undefined])
  })

  test('one that answers another further down names it, too', () => {
    const comments = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) =>
      comment(id, id === 'a' ? { parentId: 'f' } : {}),
    )
    expect(article({}, comments).comment[0]!.parentItem).toMatchObject({ url: at(`${path}/comments/f`) })
  })

  test('of a further page are said with the way to it', () => {
    const [facts, way] = read(
      factsOfComments(chapter, thread([comment('a')], { page: 2, pages: 2 }), 'Page 2'),
    )
    expect(facts).toMatchObject({ '@id': at(path), headline: 'Fog', comment: [{ text: 'Words of a' }] })
    expect(way.itemListElement).toEqual([
      step(1, 'Chapterhouse', '/ja'),
      step(2, 'The light', '/ja/series/the-light'),
      step(3, 'Fog', path),
      step(4, 'Page 2', `${path}/comments/2`),
    ])
  })
})

test('the way to a page begins at home', () => {
  const [way] = JSON.parse(factsOfWay('en', { name: 'Tags', path: '/en/tags' })) as [
    { itemListElement: object[] },
  ]
  expect(way.itemListElement).toEqual([step(1, 'Chapterhouse', '/en'), step(2, 'Tags', '/en/tags')])
})
