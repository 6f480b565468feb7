import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { db, pool } from '@/lib/db/client'
import { anActor, anEdition } from '@/lib/db/testing/factories'
import { editionTags, monthOf } from '@/lib/kernel/page-tags'
import { newId } from '@/lib/kernel/ids'
import type { StaffActor } from '@/lib/people/permissions'
import { publish, withdraw } from './commands'
import { notifyOfEdition } from './notify-commands'

let admin: StaffActor
beforeAll(async () => void (admin = await anActor('admin')))

const kept = (editionId: string) => db.publication.findUniqueOrThrow({ where: { editionId } })
const near = (time: Date) => Math.abs(time.getTime() - Date.now()) < 60_000

interface Job {
  name: string
  data: { editionId: string }
}
const outside = ['tell-feed-readers', 'tell-search-engines']
/** Which jobs wait for this edition, by name. */
const jobsOf = async (editionId: string) => {
  const { rows } = await pool().query<Job>(
    `select name, data from pgboss.job where data->>'editionId' = $1 order by name`,
    [editionId],
  )
  for (const { data } of rows) expect(data).toEqual({ editionId })
  return rows.map(({ name }) => name)
}
const forgetJobs = () => pool().query('delete from pgboss.job')

/** What every instance hears while this is done. */
async function heardOf(work: () => Promise<unknown>) {
  const listener = await pool().connect()
  const heard: string[] = []
  listener.on('notification', ({ payload }) => heard.push(payload ?? ''))
  try {
    await listener.query('listen site_changed')
    await work()
    await listener.query('select 1')
    return heard
  } finally {
    listener.release(true)
  }
}
const tagsOf = async ({ chapterId }: { chapterId: string }) => {
  const { series } = await db.chapter.findUniqueOrThrow({
    where: { id: chapterId },
    include: { series: true },
  })
  return editionTags(chapterId, series.slug, monthOf(new Date())).join(' ')
}

/** Another revision of an edition, with this as its document. */
const aRevision = (editionId: string, doc: object = { type: 'doc', content: [{ type: 'paragraph' }] }) =>
  db.revision.create({
    data: { id: newId(), editionId, number: 2, title: 'New', summary: '', doc, html: '', text: '' },
  })

describe('publishing', () => {
  test('shows a revision from now on: who, what, since when; and tells everybody', async () => {
    const edition = await anEdition({ published: false })
    const { editionId, revisionId } = edition
    const heard = await heardOf(async () => {
      const outcome = await publish(admin, { editionId, revisionId })
      expect(outcome).toEqual({
        ok: true,
        value: { state: 'published', publishAt: (await kept(editionId)).publishAt },
      })
    })
    expect(await kept(editionId)).toMatchObject({
      revisionId,
      byId: admin.id,
      scheduled: false,
      withdrawnAt: null,
      goneAt: null,
    })
    expect(near((await kept(editionId)).publishAt)).toBe(true)
    expect(heard).toEqual([await tagsOf(edition)])
    expect(await jobsOf(editionId)).toEqual(['make-card', ...outside])
  })

  test('at a time to come tells nobody before, and then by the clock', async () => {
    const { editionId, revisionId } = await anEdition({ published: false })
    const at = new Date(Date.now() + 600_000)
    const heard = await heardOf(async () =>
      expect(await publish(admin, { editionId, revisionId, at })).toEqual({
        ok: true,
        value: { state: 'scheduled', publishAt: at },
      }),
    )
    expect(heard).toEqual([])
    expect(await jobsOf(editionId)).toEqual(['announce-publication', 'make-card'])
  })

  test('since a time that is past is at once, and of then', async () => {
    const { editionId, revisionId } = await anEdition({ published: false })
    const at = new Date('2019-01-14T00:00:00Z')
    expect(await publish(admin, { editionId, revisionId, at })).toMatchObject({
      value: { state: 'published', publishAt: at },
    })
    expect(await kept(editionId)).toMatchObject({ publishAt: at, scheduled: false })
  })

  test('another revision of a page that is out keeps its date, unless another is said', async () => {
    const published = new Date('2024-02-10T00:00:00Z')
    const { editionId } = await anEdition({ published })
    const { id: revisionId } = await aRevision(editionId)
    expect(await publish(admin, { editionId, revisionId })).toMatchObject({ value: { publishAt: published } })
    expect(await kept(editionId)).toMatchObject({ revisionId, publishAt: published })
    const at = new Date('2024-01-01T00:00:00Z')
    await publish(admin, { editionId, revisionId, at })
    expect((await kept(editionId)).publishAt).toEqual(at)
  })

  test('a page that is out is not planned for later: it would be away until then', async () => {
    const { editionId, revisionId } = await anEdition()
    const before = await kept(editionId)
    const at = new Date(Date.now() + 600_000)
    expect(await publish(admin, { editionId, revisionId, at })).toEqual({
      ok: false,
      refusal: 'already-public',
    })
    expect([await kept(editionId), await jobsOf(editionId)]).toEqual([before, []])
  })

  test.each([
    ['withdrawn', { withdrawnAt: new Date(Date.now() - 30_000) }],
    ['withdrawn for good', { goneAt: new Date(Date.now() - 30_000) }],
    ['planned', { published: new Date(Date.now() + 600_000) }],
  ])('one that was %s is out since now', async (_what, wish) => {
    const { editionId, revisionId } = await anEdition(wish)
    expect(await publish(admin, { editionId, revisionId })).toMatchObject({ ok: true })
    const publication = await kept(editionId)
    expect([near(publication.publishAt), publication.withdrawnAt, publication.goneAt]).toEqual([
      true,
      null,
      null,
    ])
    expect(publication.publishAt.getTime()).toBeGreaterThan(Date.now() - 30_000)
  })

  test('by a rule of the system has nobody for its author, also where somebody published it before', async () => {
    const { editionId, revisionId } = await anEdition({ published: false })
    for (const [actor, byId] of [
      [{ role: 'system', rule: 'sample' } as const, null],
      [admin, admin.id],
      [{ role: 'system', rule: 'sample' } as const, null],
    ] as const) {
      expect(await publish(actor, { editionId, revisionId })).toMatchObject({ ok: true })
      expect((await kept(editionId)).byId).toBe(byId)
    }
  })

  test('what is not there, or another edition’s, is not published', async () => {
    const [one, other] = [await anEdition({ published: false }), await anEdition({ published: false })]
    for (const wish of [
      { editionId: randomUUID(), revisionId: one.revisionId },
      { editionId: one.editionId, revisionId: randomUUID() },
      { editionId: one.editionId, revisionId: other.revisionId },
    ])
      expect(await publish(admin, wish)).toEqual({ ok: false, refusal: 'not-found' })
    expect(await publish(admin, {})).toMatchObject({
      refusal: 'input-broken',
      problems: { editionId: 'form-broken', revisionId: 'form-broken' },
    })
    expect(await db.publication.count({ where: { editionId: one.editionId } })).toBe(0)
  })

  const figure = (attrs: object) => ({
    type: 'doc',
    content: [
      { type: 'figure', attrs: { hash: 'f'.repeat(32), width: 640, height: 480, plain: 'jpg', ...attrs } },
    ],
  })
  const speaking = figure({ alt: 'A lamp' }).content[0]!

  test.each([
    ['says nothing', figure({ alt: '' }), false],
    ['says blanks', figure({ alt: '  ' }), false],
    ['says what it shows', figure({ alt: 'A lamp' }), true],
    ['has nothing to tell', figure({ decorative: true }), true],
    [
      'says something, beside one that does not',
      { type: 'doc', content: [speaking, ...figure({}).content] },
      false,
    ],
    ['is none in what cannot be read', { type: 'nothing' }, true],
  ])('a picture that %s', async (_what, doc, isShown) => {
    const { editionId } = await anEdition({ published: false })
    const { id: revisionId } = await aRevision(editionId, doc)
    const outcome = await publish(admin, { editionId, revisionId })
    expect(outcome).toMatchObject(isShown ? { ok: true } : { ok: false, refusal: 'alt-missing' })
  })
})

describe('withdrawing', () => {
  const withdrawn = async (wish: object, input: object = {}) => {
    const edition = await anEdition(wish)
    await forgetJobs()
    const outcome = await withdraw(admin, { editionId: edition.editionId, ...input })
    return { edition, outcome, jobs: await jobsOf(edition.editionId) }
  }

  test('takes a page away, and tells everybody', async () => {
    const edition = await anEdition()
    const { editionId } = edition
    const heard = await heardOf(async () =>
      expect(await withdraw(admin, { editionId })).toEqual({ ok: true, value: { state: 'withdrawn' } }),
    )
    expect([heard, await jobsOf(editionId)]).toEqual([[await tagsOf(edition)], outside])
    const publication = await kept(editionId)
    expect([near(publication.withdrawnAt!), publication.goneAt]).toEqual([true, null])
  })

  test('for good says so at its address', async () => {
    const { edition, outcome } = await withdrawn({}, { forGood: true })
    const { withdrawnAt, goneAt } = await kept(edition.editionId)
    expect([outcome.ok, near(goneAt!), withdrawnAt]).toEqual([true, true, goneAt])
  })

  test('calls a planned time off', async () => {
    const { edition, outcome } = await withdrawn({ published: new Date(Date.now() + 600_000) })
    expect([outcome.ok, (await kept(edition.editionId)).withdrawnAt !== null]).toEqual([true, true])
  })

  const before = new Date(Date.now() - 30_000)
  test.each([
    ['what was withdrawn already', { withdrawnAt: before }, {}, false],
    ['what was withdrawn already, for good', { withdrawnAt: before }, { forGood: true }, true],
    ['what was withdrawn for good, for good', { goneAt: before }, { forGood: true }, false],
    ['what was withdrawn for good, for now', { goneAt: before }, {}, false],
    ['a draft', { published: false }, {}, false],
  ])('%s', async (_what, wish, input, isDone) => {
    const { outcome, jobs } = await withdrawn(wish, input)
    expect(outcome).toMatchObject(isDone ? { ok: true } : { ok: false, refusal: 'not-published' })
    expect(jobs).toEqual(isDone ? outside : [])
  })

  test('what is not there', async () => {
    expect(await withdraw(admin, { editionId: randomUUID() })).toEqual({ ok: false, refusal: 'not-found' })
    expect(await withdraw(admin, { editionId: 'x' })).toMatchObject({
      problems: { editionId: 'form-broken' },
    })
  })
})

test('an edition whose time has come is told to pages and to those outside', async () => {
  const edition = await anEdition()
  const heard = await heardOf(() => db.$transaction((tx) => notifyOfEdition(tx, edition.editionId)))
  expect([heard, await jobsOf(edition.editionId)]).toEqual([[await tagsOf(edition)], outside])
})
