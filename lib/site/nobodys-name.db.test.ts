import { expect, test } from 'vitest'
import type { PublishedChapter } from '@/lib/chapters/reading/types'
import { publishedChapter } from '@/lib/chapters/reading/queries'
import { publishedThread } from '@/lib/comments/thread/queries'
import { aComment, anEdition } from '@/lib/db/testing/factories'
import { factsOf, factsOfComments } from './chapter-data'
import { feedAt } from './feeds'

const called = [
  ['en', 'Anonymous', 'Anonymous on “The lamp”'],
  ['ja', '名無し', '名無しさん（「The lamp」へ）'],
  ['ar', 'مجهول', 'مجهول على «\u2068The lamp\u2069»'],
] as const

test.each(called)('in %s feeds and data call nobody by %s', async (locale, word, title) => {
  const edition = await anEdition({ locale, title: 'The lamp' })
  const parent = await aComment({ edition, status: 'approved', name: '' })
  await aComment({ edition, status: 'approved', name: '\u200b', parentId: parent.id })
  const removed = await aComment({ edition, status: 'trash', name: 'Secret', text: 'Secret words' })
  await aComment({ edition, status: 'approved', name: 'Ines', parentId: removed.id, text: 'An answer' })

  const text = async (file: string) => (await feedAt([locale, 'chapters', edition.slug, file]))!.text
  const [rss, atom, json] = [await text('rss.xml'), await text('atom.xml'), await text('feed.json')]
  expect(rss.split(`<dc:creator>${word}</dc:creator>`)).toHaveLength(3)
  expect(atom.replaceAll('\n', '').split(`<author><name>${word}</name></author>`)).toHaveLength(3)
  const { items } = JSON.parse(json) as { items: { title: string; authors: object[] }[] }
  expect(items.filter((one) => one.title === title).map((one) => one.authors)).toEqual([
    [{ name: word }],
    [{ name: word }],
  ])

  const chapter = (await publishedChapter(locale, edition.slug)) as PublishedChapter
  const thread = (await publishedThread(edition.chapterId))!
  for (const facts of [factsOf(chapter, thread), factsOfComments(chapter, thread, 'Comments')]) {
    expect(facts.split(`"author":{"@type":"Person","name":"${word}"}`)).toHaveLength(3)
    expect(facts).not.toContain('"name":""')
  }
  // What was removed is in none of them, not even as something that was removed.
  for (const outlet of [rss, atom, json, factsOf(chapter, thread)]) {
    expect(outlet).toContain('An answer')
    expect(outlet).not.toMatch(new RegExp(`Secret|${removed.id}|removed|削除|أُزيل`))
  }
})
