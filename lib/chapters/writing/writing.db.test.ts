import { describe, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { aChapter, anActor, anEdition, aSeries } from '@/lib/db/testing/factories'
import { editionTags, monthOf } from '@/lib/kernel/page-tags'
import { addEdition, createChapter } from './create-commands'
import { saveDraft } from './draft-commands'
import { publish, withdraw } from '../publishing/commands'

const docOf = (text: string) => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
})
type Edition = Awaited<ReturnType<typeof anEdition>>
const draftOf = ({ editionId, revisionId, slug, title }: Edition, rest: object = {}) => ({
  editionId,
  basedOn: revisionId,
  slug,
  title,
  summary: '',
  doc: docOf('New words.'),
  tags: [] as string[],
  ...rest,
})
const isPublic = async (editionId: string) =>
  (await db.$queryRaw<unknown[]>`select 1 from published_edition where id = ${editionId}::uuid`).length > 0
const redirectFrom = (fromPath: string) => db.redirect.findUnique({ where: { fromPath } })

describe('beginning', () => {
  test('a series and a chapter at once, then the next chapter of it', async () => {
    const actor = await anActor('admin')
    const first = await createChapter(actor, { series: { title: '港の話' }, locale: 'ja', title: '雨' })
    expect(first.ok).toBe(true)
    const series = await db.series.findUniqueOrThrow({ where: { slug: '港の話' }, include: { titles: true } })
    expect(series.titles).toMatchObject([{ locale: 'ja', title: '港の話' }])

    const second = await createChapter(actor, {
      series: { slug: '港の話' },
      locale: 'ja',
      title: '雨',
      source: '',
    })
    if (!second.ok) throw new Error(second.refusal)
    const edition = await db.edition.findUniqueOrThrow({
      where: { id: second.value.editionId },
      include: { chapter: true },
    })
    expect([edition.slug, edition.chapter.number.toNumber()]).toEqual(['雨-2', 2])
  })

  test('is refused where something is in the way, and leaves nothing behind', async () => {
    const actor = await anActor()
    const there = await anEdition({ slug: 'harbour' })
    const { slug } = await aSeries()
    const chapters = await db.chapter.count()
    expect(
      await createChapter(actor, { series: { slug }, locale: 'en', title: 'x', slug: 'harbour' }),
    ).toMatchObject({ refusal: 'slug-taken' })
    expect(
      await createChapter(actor, { series: { slug: 'nowhere' }, locale: 'en', title: 'x' }),
    ).toMatchObject({ refusal: 'series-missing' })
    expect(await addEdition(actor, { chapterId: there.chapterId, locale: 'en', title: 'x' })).toMatchObject({
      refusal: 'edition-exists',
    })
    expect(
      await addEdition(actor, { chapterId: there.chapterId, locale: 'ja', title: 'x', seriesTitle: 'y' }),
    ).toMatchObject({ refusal: 'needs-admin' })
    expect(await db.chapter.count()).toBe(chapters)

    const series = await db.chapter.findUniqueOrThrow({
      where: { id: there.chapterId },
      include: { series: true },
    })
    const taken = { series: { slug: series.series.slug }, locale: 'en', title: 'x', number: '1' }
    expect(await createChapter(actor, taken)).toMatchObject({ refusal: 'number-taken' })
  })

  test('twenty at once get twenty numbers or a refusal, never an error', async () => {
    const actor = await anActor()
    const { slug, id } = await aSeries()
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () =>
        createChapter(actor, { series: { slug }, locale: 'en', title: 'Same' }),
      ),
    )
    const made = outcomes.filter(({ ok }) => ok).length
    expect(await db.chapter.count({ where: { seriesId: id } })).toBe(made)
    expect(outcomes.filter((one) => !one.ok && one.refusal !== 'number-taken')).toEqual([])
  })
})

describe('saving', () => {
  test('keeps every version and renders it', async () => {
    const edition = await anEdition({ published: false })
    const saved = await saveDraft(
      await anActor('editor', 'Edith'),
      draftOf(edition, { title: ' Rain ', doc: docOf('a < b') }),
    )
    expect(saved).toMatchObject({ ok: true, value: { number: 2 } })
    const revisions = await db.revision.findMany({
      where: { editionId: edition.editionId },
      orderBy: { number: 'asc' },
    })
    expect(revisions.map(({ title, html }) => [title, html])).toEqual([
      ['A chapter', '<p>It begins.</p>'],
      ['Rain', '<p>a &lt; b</p>'],
    ])
  })

  test('on an older version is refused with who and when; nothing is overwritten', async () => {
    const edition = await anEdition({ published: false })
    await saveDraft(await anActor('editor', 'Ada'), draftOf(edition))
    const late = await saveDraft(await anActor('editor', 'Bea'), draftOf(edition, { slug: 'changed-by-bea' }))
    expect(late).toMatchObject({ ok: false, refusal: 'changed-meanwhile', by: 'Ada', at: expect.any(Date) })
    expect((await db.edition.findUniqueOrThrow({ where: { id: edition.editionId } })).slug).toBe(edition.slug)
  })

  test('ten at once: one is kept, nine are told', async () => {
    const edition = await anEdition({ published: false })
    const writers = await Promise.all(Array.from({ length: 10 }, (_, n) => anActor('editor', `Writer ${n}`)))
    const outcomes = await Promise.all(
      writers.map((writer, n) =>
        saveDraft(
          writer,
          draftOf(edition, { title: `By ${n}`, slug: `slug-${n}-${edition.slug}`, tags: [`tag ${n}`] }),
        ),
      ),
    )
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(outcomes.filter((one) => !one.ok && one.refusal === 'changed-meanwhile')).toHaveLength(9)
    const [winner] = outcomes.flatMap((one, n) => (one.ok ? [n] : []))
    const kept = await db.edition.findUniqueOrThrow({
      where: { id: edition.editionId },
      include: { revisions: true, tags: { include: { tag: true } } },
    })
    expect(kept.slug).toBe(`slug-${winner}-${edition.slug}`)
    expect(kept.tags.map(({ tag }) => tag.name)).toEqual([`tag ${winner}`])
    expect(kept.revisions).toHaveLength(2)
  })

  test('tags whose addresses would meet are tags of their own, also when they are saved at once', async () => {
    const actor = await anActor('admin')
    const names = ['C++', 'c#', 'C', '🎉', '❤', '!!!', 'C 2', 'Lamp', 'ＬＡＭＰ']
    const editions = await Promise.all(names.map(() => anEdition()))
    await Promise.all(
      editions.map((edition, place) => saveDraft(actor, draftOf(edition, { tags: [names[place]!] }))),
    )
    const shown = await Promise.all(
      editions.map(async ({ editionId }) => {
        const [only] = await db.editionTag.findMany({ where: { editionId }, include: { tag: true } })
        return only!.tag
      }),
    )
    expect(shown.slice(0, 7).map(({ name }) => name)).toEqual(names.slice(0, 7))
    expect(shown[7]).toEqual(shown[8])
    expect(new Set(shown.map(({ slug }) => slug)).size).toBe(8)
    const all = await anEdition()
    await saveDraft(actor, draftOf(all, { tags: ['c++', 'C#', 'C', 'C#'] }))
    const kept = await db.editionTag.findMany({ where: { editionId: all.editionId }, include: { tag: true } })
    expect(kept.map(({ tag }) => tag.name).sort()).toEqual(['C', 'C++', 'c#'])
  })

  test('a summary begins as it was typed', async () => {
    const [actor, edition] = [await anActor('admin'), await anEdition()]
    const saved = await saveDraft(actor, draftOf(edition, { summary: '\n\u3000霧の夜。 \n' }))
    if (!saved.ok) throw new Error(saved.refusal)
    const { summary } = await db.revision.findUniqueOrThrow({ where: { id: saved.value.revisionId } })
    expect(summary).toBe('\u3000霧の夜。')
  })

  test('a tag of which nothing would be seen is refused beside its field', async () => {
    const [actor, edition] = [await anActor('admin'), await anEdition()]
    for (const tag of ['\u200b', '\u2800', '\u00ad\ufeff\u200d'])
      expect(await saveDraft(actor, draftOf(edition, { tags: ['Rain', tag] }))).toMatchObject({
        refusal: 'input-broken',
        problems: { tags: 'tag-missing' },
      })
  })

  test('what forces an order is refused beside its field, with its name and place; a mark of direction is not', async () => {
    const [actor, edition] = [await anActor('admin'), await anEdition()]
    for (const field of ['title', 'summary', 'source', 'translator', 'tags']) {
      const text = 'lamp \u202epmal'
      expect(
        await saveDraft(actor, draftOf(edition, { [field]: field === 'tags' ? [text] : text })),
      ).toMatchObject({ refusal: 'input-broken', problems: { [field]: 'characters U+202E 6 lamp' } })
    }
    const series = { title: 'lamp\u202e' }
    expect(await createChapter(actor, { series, locale: 'en', title: 'x' })).toMatchObject({
      refusal: 'input-broken',
      problems: { series: 'characters U+202E 5 lamp' },
    })
    expect(
      await saveDraft(actor, draftOf(edition, { title: 'C\u200e \u0645\u0635\u0628\u0627\u062d' })),
    ).toMatchObject({ ok: true })
  })

  test('tags belong to a language; two spellings of one are one', async () => {
    const [english, japanese] = [
      await anEdition({ published: false }),
      await anEdition({ published: false, locale: 'ja' }),
    ]
    const actor = await anActor()
    await saveDraft(actor, draftOf(english, { tags: ['Harbour', 'harbour', 'Rain'] }))
    await saveDraft(actor, draftOf(japanese, { tags: ['Rain'] }))
    expect(await db.tag.count({ where: { slug: 'rain' } })).toBe(2)
    expect(await db.editionTag.count({ where: { editionId: english.editionId } })).toBe(2)
  })

  test('a page that readers know keeps leading to its text when its slug changes', async () => {
    const admin = await anActor('admin')
    const edition = await anEdition({ slug: 'first' })
    const one = await saveDraft(admin, draftOf(edition, { slug: 'second' }))
    if (!one.ok) throw new Error(one.refusal)
    expect(await redirectFrom('/en/chapters/first')).toMatchObject({ toPath: '/en/chapters/second' })
    const two = await saveDraft(
      admin,
      draftOf({ ...edition, revisionId: one.value.revisionId }, { slug: 'third' }),
    )
    if (!two.ok) throw new Error(two.refusal)
    expect(await redirectFrom('/en/chapters/first')).toMatchObject({ toPath: '/en/chapters/third' })
    await saveDraft(admin, draftOf({ ...edition, revisionId: two.value.revisionId }, { slug: 'first' }))
    expect(await redirectFrom('/en/chapters/first')).toBeNull()
    expect(await redirectFrom('/en/chapters/third')).toMatchObject({ toPath: '/en/chapters/first' })
  })

  test('a draft that nobody saw moves without a trace, and onto a taken slug not at all', async () => {
    const actor = await anActor()
    const edition = await anEdition({ published: false, slug: 'unseen' })
    const other = await anEdition({ published: false })
    expect(await saveDraft(actor, draftOf(other, { slug: 'unseen' }))).toMatchObject({
      refusal: 'slug-taken',
    })
    await saveDraft(actor, draftOf(edition, { slug: 'still-unseen' }))
    expect(await redirectFrom('/en/chapters/unseen')).toBeNull()
  })

  test.each([
    ['https:\\\\127.0.0.1\\x', 'https://127.0.0.1/x'],
    ['HTTPS://Example.ORG', 'https://example.org/'],
    ['www.example.org/灯台', 'https://www.example.org/%E7%81%AF%E5%8F%B0'],
    ['https://example.org/\u202eterces\u200b', 'https://example.org/terces'],
    ['https://münchen.example/', 'https://xn--mnchen-3ya.example/'],
    ['https://example.org/log、1931年', 'https://example.org/log、1931年'],
    ['see HTTPS://Example.ORG', 'see HTTPS://Example.ORG'],
    ['javascript:alert(1)', 'javascript:alert(1)'],
  ])('the source %j is kept as %j', async (typed, kept) => {
    const [admin, edition] = [await anActor('admin'), await anEdition()]
    expect(await saveDraft(admin, draftOf(edition, { source: typed }))).toMatchObject({ ok: true })
    const { source } = await db.chapter.findUniqueOrThrow({ where: { id: edition.chapterId } })
    expect(source).toBe(kept)
  })

  test('a source that looks like an address and is none is told', async () => {
    const [admin, edition] = [await anActor('admin'), await anEdition()]
    for (const [source, problem] of [
      ['https://ada:secret@example.org', 'url-wrong'],
      ['https:///', 'url-wrong'],
      [`https://example.org/${'灯'.repeat(400)}`, 'url-long'],
    ])
      expect(await saveDraft(admin, draftOf(edition, { source }))).toMatchObject({
        problems: { source: problem },
      })
  })

  test('an editor may write on under a page that is out, but not change what readers see', async () => {
    const editor = await anActor()
    const edition = await anEdition()
    const refused = [
      { slug: 'other-slug' },
      { tags: ['New'] },
      { translator: 'Me' },
      { source: 'Elsewhere' },
      { originalDate: '2019-01-14' },
    ]
    for (const change of refused) {
      expect(await saveDraft(editor, draftOf(edition, change))).toMatchObject({ refusal: 'needs-admin' })
    }
    expect((await saveDraft(editor, draftOf(edition))).ok).toBe(true)
    // What was kept before addresses were read is no change of theirs.
    const old = await anEdition({ source: 'HTTPS://Example.ORG' })
    for (const source of ['HTTPS://Example.ORG', 'https://example.org/']) {
      const { id } = await db.revision.findFirstOrThrow({
        where: { editionId: old.editionId },
        orderBy: { number: 'desc' },
      })
      expect(await saveDraft(editor, draftOf({ ...old, revisionId: id }, { source }))).toMatchObject({
        ok: true,
      })
    }
    expect(
      await db.$queryRaw`select title from published_edition where id = ${edition.editionId}::uuid`,
    ).toEqual([{ title: 'A chapter' }])
  })
})

describe('publishing', () => {
  test('shows a revision, replaces it and keeps the date, takes it away', async () => {
    const admin = await anActor('admin')
    const edition = await anEdition({ published: false })
    expect(await isPublic(edition.editionId)).toBe(false)
    const out = await publish(admin, { editionId: edition.editionId, revisionId: edition.revisionId })
    expect(await isPublic(edition.editionId)).toBe(true)
    const saved = await saveDraft(admin, draftOf(edition, { title: 'Better' }))
    if (!saved.ok || !out.ok) throw new Error('refused')
    const again = await publish(admin, { editionId: edition.editionId, revisionId: saved.value.revisionId })
    expect(again).toMatchObject({ value: { publishAt: out.value.publishAt } })
    expect(await withdraw(admin, { editionId: edition.editionId })).toMatchObject({ ok: true })
    expect(await isPublic(edition.editionId)).toBe(false)
    expect(await withdraw(admin, { editionId: edition.editionId })).toEqual({
      ok: false,
      refusal: 'not-published',
    })
  })

  test('at a time: seen from then on by the clock of the database, with no job needed', async () => {
    const admin = await anActor('admin')
    const { editionId, revisionId } = await anEdition({ published: false })
    const at = new Date(Date.now() + 900)
    expect(await publish(admin, { editionId, revisionId, at })).toMatchObject({
      value: { state: 'scheduled' },
    })
    expect(await isPublic(editionId)).toBe(false)
    const [job] = await db.$queryRaw<{ start_after: Date }[]>`
      select start_after from pgboss.job where name = 'announce-publication' and data->>'editionId' = ${editionId}`
    expect(job!.start_after.getTime()).toBe(at.getTime())
    await db.$executeRaw`select pg_sleep(1)`
    expect(await isPublic(editionId)).toBe(true)
  })

  test('a page that is out is not hidden by a later time', async () => {
    const { editionId, revisionId } = await anEdition()
    const later = { editionId, revisionId, at: new Date(Date.now() + 60_000).toISOString() }
    expect(await publish(await anActor('admin'), later)).toEqual({ ok: false, refusal: 'already-public' })
    expect(await isPublic(editionId)).toBe(true)
  })

  test("another edition's revision cannot be shown", async () => {
    const [one, other] = [await anEdition({ published: false }), await anEdition({ published: false })]
    const mixed = { editionId: one.editionId, revisionId: other.revisionId }
    expect(await publish(await anActor('admin'), mixed)).toEqual({ ok: false, refusal: 'not-found' })
    expect(
      await addEdition(await anActor(), {
        chapterId: (await aChapter()).id,
        locale: 'ja',
        title: 'x',
        translatedFromId: one.editionId,
      }),
    ).toMatchObject({ refusal: 'not-found' })
  })

  test('tells every instance in the same transaction', async () => {
    const { pool } = await import('@/lib/db/client')
    const listener = await pool().connect()
    const heard: string[] = []
    listener.on('notification', ({ payload }) => heard.push(payload ?? ''))
    await listener.query('listen site_changed')
    const { editionId, revisionId, chapterId } = await anEdition({ published: false })
    const admin = await anActor('admin')
    await publish(admin, { editionId, revisionId })
    await withdraw(admin, { editionId })
    const [{ slug }] = await db.$queryRaw<[{ slug: string }]>`
      select s.slug from series s join chapter c on c.series_id = s.id where c.id = ${chapterId}::uuid`
    await listener.query('select 1')
    await listener.query('unlisten *')
    listener.release()
    const touched = editionTags(chapterId, slug, monthOf(new Date())).join(' ')
    expect(heard).toEqual([touched, touched])
  })
})
