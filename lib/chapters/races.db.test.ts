import { beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { connectForRaces, raceOf } from '@/lib/db/testing/barrier'
import { anActor, anEdition } from '@/lib/db/testing/factories'
import { inTransaction } from '@/lib/db/in-transaction'
import type { StaffActor } from '@/lib/people/permissions'
import { skerrow } from '@/prisma/sample/skerrow'
import { seed } from '@/prisma/seed'
import { publish } from './publishing/commands'
import { saveDetails } from './writing/details-commands'

// Two who are in the middle of the same at once. Each of these goes wrong when the lock is taken away.

let admin: StaffActor
beforeAll(async () => {
  await connectForRaces()
  // The sample comes into a database without series, so it is the first here whatever the order of the tests.
  const both = await raceOf(
    'insert on series',
    [1, 2].map(() => () => seed(db)),
  )
  expect(both).toEqual([true, false])
  admin = await anActor('admin')
})

test('the sample chapters are there once, though two processes started at once', async () => {
  expect(await db.series.count({ where: { slug: skerrow.slug } })).toBe(1)
})

const soon = () => new Date(Date.now() + 600_000)

test('a page that somebody shows to readers is not taken away by who schedules it at the same time', async () => {
  const { editionId, revisionId } = await anEdition({ published: false })
  const both = await raceOf<object>('insert on publication', [
    () => publish(admin, { editionId, revisionId }),
    () => publish(admin, { editionId, revisionId, at: soon() }),
  ])
  expect(both).toMatchObject([{ ok: true }, { ok: false, refusal: 'already-public' }])
  expect(await db.publication.findUnique({ where: { editionId } })).toMatchObject({ scheduled: false })
})

test('a tag that is new to two who save at once is one tag', async () => {
  const editions = [await anEdition(), await anEdition()]
  const details = (slug: string) => ({ slug, tags: ['Lamp oil'] })
  const both = await raceOf(
    'insert on tag',
    editions.map(
      ({ editionId, slug }) =>
        () =>
          inTransaction((tx) => saveDetails(tx, admin, editionId, details(slug))),
    ),
  )
  expect(both.map(({ ok }) => ok)).toEqual([true, true])
  expect(await db.editionTag.count({ where: { tag: { name: 'Lamp oil' } } })).toBe(2)
  expect(await db.tag.count({ where: { name: 'Lamp oil' } })).toBe(1)
})
