import { beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { anEdition, aPerson, aSession } from '@/lib/db/testing/factories'
import { NotAllowed, type Actor } from '@/lib/people/permissions'
import { actorOf } from '@/lib/people/sessions/queries'
import { addEdition, createChapter } from '../writing/create-commands'
import { deskChapters, editionCounts, newestDrafts } from '../writing/list-queries'
import { chapterForPreview, editionForWriting, seriesChoices } from '../writing/queries'
import { emptyDocument } from '../document/schema'
import { saveDraft } from '../writing/draft-commands'
import { publish, withdraw } from './commands'

type Draft = Awaited<ReturnType<typeof anEdition>>

type Door = (actor: Actor | undefined, ...input: unknown[]) => Promise<unknown>
const reads = {
  editionCounts,
  editionForWriting,
  deskChapters,
  newestDrafts,
  chapterForPreview,
  seriesChoices,
}
const writes = { createChapter, addEdition, saveDraft } as Record<string, Door>
const publishing = { publish, withdraw } as Record<string, Door>

const people: Record<string, Actor | undefined> = {}
let edition: Awaited<ReturnType<typeof anEdition>>

beforeAll(async () => {
  edition = await anEdition()
  const [editor, admin] = [await aPerson({ role: 'editor' }), await aPerson({ role: 'admin' })]
  const [demoted, stale] = [await aPerson({ role: 'admin' }), await aPerson({ role: 'admin' })]
  const disabled = await aPerson({ role: 'admin', disabledAt: new Date() })
  await db.person.update({ where: { id: demoted.id }, data: { role: 'editor' } })
  await db.person.update({ where: { id: stale.id }, data: { sessionVersion: 2 } })
  for (const [name, person] of Object.entries({ editor, admin, demoted, stale, disabled })) {
    people[name] = await actorOf(await aSession(person.id))
  }
})

// The whole database as one number: any changed, added or lost row changes it.
async function everyRow() {
  const tables = [
    'series',
    'series_title',
    'chapter',
    'edition',
    'revision',
    'publication',
    'tag',
    'edition_tag',
    'redirect',
    'person',
  ]
  const rows = await Promise.all(
    tables.map((table) =>
      db.$queryRawUnsafe(
        `select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) from ${table} t`,
      ),
    ),
  )
  return JSON.stringify([rows, await db.$queryRaw`select count(*)::int from pgboss.job`])
}

const attempts = () => {
  const { editionId, revisionId, chapterId, slug, title } = edition
  return {
    createChapter: { series: { title: 'New' }, locale: 'en', title: 'New' },
    addEdition: { chapterId, locale: 'ja', title: 'New' },
    saveDraft: { editionId, basedOn: revisionId, title, slug, summary: '', doc: emptyDocument, tags: [] },
    publish: { editionId, revisionId },
    withdraw: { editionId },
  } as Record<string, unknown>
}

test.each(['nobody', 'disabled', 'stale'])('%s gets through no door', async (who) => {
  const before = await everyRow()
  for (const [name, door] of Object.entries({ ...reads, ...writes, ...publishing } as Record<string, Door>)) {
    await expect(door(people[who], attempts()[name]), name).rejects.toThrow(NotAllowed)
  }
  expect(await everyRow()).toBe(before)
})

/** What each read answers about a draft; a read that is not named here is no read of these. */
const answers: {
  [Name in keyof typeof reads]: (actor: Actor | undefined, draft: Draft) => Promise<unknown>
} = {
  editionCounts: async (actor) => (await editionCounts(actor)).draft > 0,
  editionForWriting: async (actor, { editionId, title }) =>
    (await editionForWriting(actor, editionId))?.title === title,
  deskChapters: async (actor, { editionId }) =>
    (await deskChapters(actor, {})).chapters
      .flat()
      .some((row) => row.editionId === editionId && row.state === 'draft'),
  newestDrafts: async (actor, { editionId }) =>
    (await newestDrafts(actor)).some((row) => row.editionId === editionId),
  chapterForPreview: async (actor, { editionId, title }) =>
    (await chapterForPreview(actor, editionId))?.chapter.title === title,
  seriesChoices: async (actor, { chapterId }) => {
    const { series } = await db.chapter.findUniqueOrThrow({
      where: { id: chapterId },
      select: { series: { select: { slug: true } } },
    })
    return (await seriesChoices(actor)).some(
      ({ slug, nextNumber }) => slug === series.slug && nextNumber === 2,
    )
  },
}

test.each(['editor', 'demoted'])('%s reads and writes, and does not publish', async (who) => {
  const mine = await anEdition({ published: false, title: `A draft that ${who} reads` })
  for (const [name, answer] of Object.entries(answers))
    expect(await answer(people[who], mine), name).toBe(true)
  for (const door of Object.values(writes))
    expect(await door(people[who], {})).toMatchObject({ refusal: 'input-broken' })
  const before = await everyRow()
  for (const [name, door] of Object.entries(publishing)) {
    await expect(door(people[who], attempts()[name]), name).rejects.toThrow(NotAllowed)
  }
  expect(await everyRow()).toBe(before)
})

const isFine = (field: string, value: unknown) =>
  (value === 'text' && ['title', 'summary', 'slug'].includes(field)) ||
  (value === '' && field === 'summary') ||
  // What other programs leave in a text is taken out, and what is left of a summary may be nothing.
  (['\u0000', '\ud800'].includes(value as string) && field === 'summary') ||
  (Array.isArray(value) && value.length === 0 && field === 'tags')

test('input of any type is refused by name and changes nothing', async () => {
  const before = await everyRow()
  const odd = [
    undefined,
    null,
    7,
    '',
    'text',
    [],
    {},
    [{}],
    { contains: '' },
    { not: '' },
    { in: [] },
    new Date(),
    new Map(),
    Symbol,
    '\u0000',
    '\ud800',
    'x'.repeat(2_000_000),
  ]
  for (const [name, door] of Object.entries({ ...writes, ...publishing })) {
    for (const value of odd) {
      expect(await door(people.admin, value), name).toMatchObject({ ok: false })
      // Each field by itself turned into something else, and fields that nobody asked for.
      for (const field of Object.keys(attempts()[name] as object)) {
        if (isFine(field, value)) continue
        expect(
          await door(people.admin, { ...(attempts()[name] as object), [field]: value }),
          `${name} ${field}`,
        ).toMatchObject({ ok: false })
      }
    }
    for (const extra of ['role', 'status', 'authorId', 'publishAt', 'html', '__proto__x', 'constructor']) {
      expect(await door(people.admin, { ...(attempts()[name] as object), [extra]: 'admin' })).toMatchObject({
        refusal: 'input-broken',
      })
    }
  }
  for (const value of odd) {
    expect(await editionForWriting(people.admin, value)).toBeUndefined()
    expect(await chapterForPreview(people.admin, value, value)).toBeUndefined()
  }
  expect(await everyRow()).toBe(before)
})

test('an admin publishes and withdraws', async () => {
  expect(await publish(people.admin, attempts().publish)).toMatchObject({ ok: true })
  expect(await withdraw(people.admin, attempts().withdraw)).toMatchObject({ ok: true })
})
