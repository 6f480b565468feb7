import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { anActor, anEdition } from '@/lib/db/testing/factories'
import type { StaffActor } from '@/lib/people/permissions'
import { publish, withdraw } from '../publishing/commands'

import { editionStates, type EditionState } from '../rules'
import { deskChapters, editionCounts, newestDrafts } from './list-queries'
import { saveDraft } from './draft-commands'

let admin: StaffActor
beforeAll(async () => void (admin = await anActor('admin')))

/** The first titles of the chapters of a page, and where the next begins. */
async function listed(asked: object) {
  const { chapters, next } = await deskChapters(admin, asked)
  return { titles: chapters.map(([first]) => first!.title), next }
}

/** An edition that was saved at a minute of long ago. */
async function saved(minute: number, more: Parameters<typeof anEdition>[0] = {}) {
  const edition = await anEdition(more)
  const at = new Date(Date.UTC(2020, 0, 1, 0, minute))
  // Revisions are never changed: the list alone is told another time.
  await db.deskEdition.update({ where: { editionId: edition.editionId }, data: { savedAt: at } })
  return edition
}

test('chapters are listed with the last saved first, a page at a time, each of them once', async () => {
  const made = []
  for (let minute = 0; minute < 120; minute++)
    made.push((await saved(minute, { title: `Page ${minute}` })).title)
  const pages = []
  for (let after: string | undefined, first = true; first || after; first = false) {
    const { titles, next } = await listed({ q: 'Page', ...(after && { after }) })
    pages.push(titles)
    after = next
  }
  expect(pages.map(({ length }) => length)).toEqual([50, 50, 20])
  expect(pages.flat()).toEqual(made.toReversed())
})

test('what is saved comes first, with every language that its chapter has', async () => {
  const { editionId, chapterId } = await saved(-10, { title: 'Twice told' })
  const ja = await saved(-20, { chapterId, locale: 'ja', title: '二度語られた' })
  await saved(-5, { title: 'Twice sold' })
  expect((await listed({ q: 'twice' })).titles).toEqual(['Twice sold', 'Twice told'])
  await saveDraft(admin, {
    editionId: ja.editionId,
    basedOn: ja.revisionId,
    title: '二度語られた話',
    slug: ja.slug,
    summary: '',
    doc: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: '雨。' }] }] },
    tags: [],
    translator: '',
  })
  const { chapters } = await deskChapters(admin, { q: '語られた話' })
  expect(chapters.map((editions) => editions.map((one) => one.editionId))).toEqual([
    [editionId, ja.editionId],
  ])
  expect((await listed({})).titles[0]).toBe('Twice told')
})

test('a chapter of which two editions fit is listed once', async () => {
  const { chapterId } = await anEdition({ title: 'Nightjar' })
  await anEdition({ chapterId, locale: 'ja', title: 'Nightjar, in Japanese' })
  expect((await listed({ q: 'nightjar' })).titles).toEqual(['Nightjar'])
})

const words: [string, string][] = [
  ['Façade of LIGHT', 'facade of light'],
  ['ｆｕｌｌ width', 'full'],
  ['100%_sure', '%_'],
  ['back\\slash', 'k\\s'],
  ['灯台の夜', '台の'],
  ['الفَنارُ', 'الفنار'],
]
test.each(words)('the title %s is found by %s', async (title, q) => {
  await anEdition({ title })
  expect((await listed({ q })).titles).toContain(title)
})

test('a sign of patterns is a letter like others', async () => {
  await anEdition({ title: 'No such sign' })
  for (const q of ['%', '_', '\\']) expect((await listed({ q })).titles).not.toContain('No such sign')
})

test('what cannot be read is not asked for', async () => {
  const all = (await listed({})).titles
  for (const asked of [
    null,
    'x',
    { state: 'gone' },
    { locale: 'xx' },
    { after: 'x' },
    { q: ['a'] },
    { q: 'x'.repeat(201) },
  ])
    expect((await listed(asked as object)).titles, JSON.stringify(asked)).toEqual(all)
})

/** The chapters of the editions of each state, looked at one by one. */
async function recounted() {
  const rows = await db.edition.findMany({ include: { publication: true } })
  const chapters: Record<EditionState, string[]> = { draft: [], scheduled: [], published: [], withdrawn: [] }
  for (const { chapterId, publication: out } of rows) {
    if (!out || (out.withdrawnAt && out.withdrawnAt < out.publishAt)) chapters.draft.push(chapterId)
    else if (out.withdrawnAt) chapters.withdrawn.push(chapterId)
    else chapters[out.publishAt > new Date() ? 'scheduled' : 'published'].push(chapterId)
  }
  return chapters
}

test('whatever is done, the counts are those of a recount, and each list holds what it says', async () => {
  const editions = await Promise.all(Array.from({ length: 6 }, () => anEdition({ published: false })))
  const deeds = fc.record({
    which: fc.nat(editions.length - 1),
    deed: fc.constantFrom('publish', 'schedule', 'withdraw', 'erase'),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(deeds, { minLength: 1, maxLength: 6 }), async (some) => {
      for (const { which, deed } of some) {
        const { editionId } = editions[which]!
        const { id: revisionId } = await db.revision.findFirstOrThrow({ where: { editionId } })
        if (deed === 'erase') await db.publication.deleteMany({ where: { editionId } })
        else if (deed === 'withdraw') await withdraw(admin, { editionId })
        else
          await publish(admin, {
            editionId,
            revisionId,
            ...(deed === 'schedule' && { publishAt: new Date(Date.now() + 3_600_000).toISOString() }),
          })
      }
      const all = await recounted()
      const counts = await editionCounts(admin)
      for (const state of editionStates) {
        const { chapters } = await deskChapters(admin, { state })
        const ids = chapters.map(([one]) => one!.chapterId)
        expect([counts[state], ids.length], state).toEqual([
          all[state].length,
          Math.min(50, new Set(all[state]).size),
        ])
        expect(all[state]).toEqual(expect.arrayContaining(ids))
      }
    }),
    { numRuns: 12 },
  )
})

test('the newest drafts are what readers do not see: unpublished, changed since, or later', async () => {
  const out = await anEdition({ title: 'Out' })
  const later = await anEdition({ title: 'Later', published: false })
  const { id: revisionId } = await db.revision.findFirstOrThrow({ where: { editionId: later.editionId } })
  const publishAt = new Date(Date.now() + 3_600_000).toISOString()
  await publish(admin, { editionId: later.editionId, revisionId, publishAt })
  const draft = await anEdition({ title: 'Draft', published: false })
  const ids = (await newestDrafts(admin, 3)).map(({ editionId }) => editionId)
  expect(ids).toContain(draft.editionId)
  expect(ids).toContain(later.editionId)
  expect(ids).not.toContain(out.editionId)
})

test.each([
  ['otherwise', 'en', 'Quarterdeck'],
  ['something in another language too', 'ja', '後甲板'],
])('a series that is called %s is found by its new words', async (_how, locale, title) => {
  const { chapterId } = await anEdition({ title: `In a series, ${locale}` })
  const { seriesId } = await db.chapter.findUniqueOrThrow({ where: { id: chapterId } })
  await db.seriesTitle.upsert({
    where: { seriesId_locale: { seriesId, locale } },
    create: { seriesId, locale, title },
    update: { title },
  })
  expect((await listed({ q: title })).titles).toEqual([`In a series, ${locale}`])
})

test('what goes from the list is counted no more', async () => {
  const { editionId } = await anEdition({ published: false })
  const { draft } = await editionCounts(admin)
  await db.deskEdition.delete({ where: { editionId } })
  expect((await editionCounts(admin)).draft).toBe(draft! - 1)
  // Nothing of ours does that: it is put back, as the next test looks at all of them.
  await db.$executeRaw`select list_at_desk(array[${editionId}::uuid])`
  expect((await editionCounts(admin)).draft).toBe(draft)
})
