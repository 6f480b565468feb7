import { expect, test } from 'vitest'
import { renewShareImages } from '@/lib/chapters/publishing/share-image-commands'
import { publishedChapter } from '@/lib/chapters/reading/queries'
import { db } from '@/lib/db/client'
import { anActor, anEdition } from '@/lib/db/testing/factories'
import { publish, withdraw } from '@/lib/chapters/publishing/commands'
import { drawShareImage } from '@/lib/pictures/share-image/draw'
import { pictureFile } from '@/lib/pictures/queries'
import type { Ports } from './ports'
import { doJob } from './testing/do-job'

const makeShareImage = (editionId: string) =>
  doJob('make-card', { id: 'a job', data: { editionId } }, {} as Ports)

test('publishing asks for a card; the job draws it once, under an address of its own', async () => {
  const edition = await anEdition({ published: false, locale: 'ar', title: 'الليلة الأولى' })
  const { editionId, revisionId, locale, slug } = edition
  await publish(await anActor('admin'), { editionId, revisionId })
  const jobs =
    await db.$queryRaw`select 1 from pgboss.job where name = 'make-card' and data->>'editionId' = ${editionId}`
  expect(jobs).toHaveLength(1)
  expect((await publishedChapter(locale as 'ar', slug))?.card).toBeNull()

  await makeShareImage(editionId)
  await makeShareImage(editionId)
  const first = (await publishedChapter(locale as 'ar', slug))!.card!
  const file = { width: 1_200, format: 'png' } as const
  expect((await pictureFile({ hash: first, ...file }))?.subarray(1, 4).toString()).toBe('PNG')
  expect(await db.editionCard.count({ where: { editionId } })).toBe(1)

  const other = await anEdition({ title: 'الليلة الأولى' })
  await makeShareImage(other.editionId)
  const others = await db.editionCard.findUniqueOrThrow({ where: { editionId: other.editionId } })
  expect(others.hash, 'who knows a title does not know the address').not.toBe(first)
})

test('with the chapter its card is withdrawn, and drawn again when it is published again', async () => {
  const { editionId, revisionId, slug } = await anEdition({ title: 'Shared, then not' })
  await makeShareImage(editionId)
  const { hash } = await db.editionCard.findUniqueOrThrow({ where: { editionId } })
  const admin = await anActor('admin')
  await withdraw(admin, { editionId })
  expect(await pictureFile({ hash, width: 1200, format: 'png' })).toBeUndefined()
  await publish(admin, { editionId, revisionId })
  await makeShareImage(editionId)
  expect((await publishedChapter('en', slug))?.card).not.toBeNull()
})

test('a card that was drawn otherwise than now is drawn again, once', async () => {
  const [old, current] = [await anEdition({ title: 'Old' }), await anEdition({ title: 'Current' })]
  await makeShareImage(current.editionId)
  await makeShareImage(old.editionId)
  // As it would have been left by another version.
  const before = await db.editionCard.findUniqueOrThrow({ where: { editionId: old.editionId } })
  const other = 'f'.repeat(32)
  await db.picture.create({ data: { hash: other, width: 1_200, height: 630 } })
  await db.editionCard.update({ where: { editionId: old.editionId }, data: { hash: other, drawing: 1 } })
  await Promise.all([renewShareImages(), renewShareImages()])
  await renewShareImages()
  const ids = [old, current].map(({ editionId }) => editionId)
  const jobs = await db.$queryRaw<{ id: string }[]>`
    select data->>'editionId' as id from pgboss.job where name = 'make-card' and data->>'editionId' = any(${ids})`
  expect(jobs.map(({ id }) => id)).toEqual([old.editionId])
  await makeShareImage(old.editionId)
  expect(await db.editionCard.findUnique({ where: { editionId: old.editionId } })).toEqual(before)
  expect(await db.picture.findUnique({ where: { hash: other } }), 'the old picture goes').toBeNull()
})

test('a card of a chapter whose title and series no font can write says which chapter it is', async () => {
  const edition = await anEdition({ title: '🌊 𠮷 한국' })
  await makeShareImage(edition.editionId)
  const { hash } = await db.editionCard.findUniqueOrThrow({ where: { editionId: edition.editionId } })
  const bytes = await pictureFile({ hash, width: 1_200, format: 'png' })
  const series = (await publishedChapter('en', edition.slug))!.series.title
  const said = { locale: 'en', place: '', title: `Chapter 1 of ${series}`, site: 'Chapterhouse' } as const
  expect(bytes).toEqual(await drawShareImage(said))
})

test('what is withdrawn or was never published gets no card', async () => {
  for (const edition of [
    await anEdition({ withdrawnAt: new Date() }),
    await anEdition({ published: false }),
  ]) {
    await makeShareImage(edition.editionId)
    expect(await db.editionCard.findUnique({ where: { editionId: edition.editionId } })).toBeNull()
  }
})
