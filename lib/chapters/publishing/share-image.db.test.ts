import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { db, pool } from '@/lib/db/client'
import { anEdition, aSeries } from '@/lib/db/testing/factories'
import { shareImageDrawing } from '@/lib/pictures/rules'
import { forgetShareImage, keepShareImage, renewShareImages } from './share-image-commands'
import { shareImageFacts } from './share-image-queries'

beforeEach(() => pool().query('delete from pgboss.job'))

const card = (editionId: string) => db.editionCard.findUnique({ where: { editionId } })
const isKept = async (hash: string) => (await db.picture.count({ where: { hash } })) === 1
const drawn = async () => {
  const { rows } = await pool().query<{ data: { editionId: string } }>(
    `select data from pgboss.job where name = 'make-card'`,
  )
  return rows.map(({ data }) => data.editionId)
}
/** As it would have been left by another version. */
const older = (editionId: string) =>
  db.editionCard.update({ where: { editionId }, data: { drawing: shareImageDrawing - 1 } })

test('a card is kept under an address of its own edition, as it is drawn now', async () => {
  const [one, other] = [await anEdition(), await anEdition()]
  const bytes = Buffer.from('the same card')
  await keepShareImage(one.editionId, bytes)
  await keepShareImage(other.editionId, bytes)
  const { hash, drawing } = (await card(one.editionId))!
  expect(drawing).toBe(shareImageDrawing)
  expect((await card(other.editionId))!.hash).not.toBe(hash)
  const picture = await db.picture.findUniqueOrThrow({ where: { hash }, include: { files: true } })
  expect(picture).toMatchObject({
    width: 1_200,
    height: 630,
    addedById: null,
    files: [{ width: 1_200, format: 'png' }],
  })
  expect(Buffer.from(picture.files[0]!.bytes)).toEqual(bytes)
})

test('another card takes its place, and the pages of the chapter hear of it; the same one again changes nothing', async () => {
  const { editionId, chapterId } = await anEdition()
  const listener = await pool().connect()
  const heard: string[] = []
  listener.on('notification', ({ payload }) => heard.push(payload ?? ''))
  let first = ''
  try {
    await listener.query('listen site_changed')
    await keepShareImage(editionId, Buffer.from('first'))
    first = (await card(editionId))!.hash
    await keepShareImage(editionId, Buffer.from('first'))
    await keepShareImage(editionId, Buffer.from('second'))
    await listener.query('select 1')
  } finally {
    listener.release(true)
  }
  const second = (await card(editionId))!.hash
  expect([second === first, await isKept(first), await isKept(second)]).toEqual([false, false, true])
  expect(heard).toEqual([`chapter:${chapterId}`, `chapter:${chapterId}`])
})

test('one that is drawn alike by now is called so', async () => {
  const { editionId } = await anEdition()
  await keepShareImage(editionId, Buffer.from('card'))
  await older(editionId)
  await keepShareImage(editionId, Buffer.from('card'))
  const { hash, drawing } = (await card(editionId))!
  expect([drawing, await isKept(hash)]).toEqual([shareImageDrawing, true])
})

test('it is taken away with the edition, unless another has it too', async () => {
  const [one, other] = [await anEdition(), await anEdition()]
  await keepShareImage(one.editionId, Buffer.from('card'))
  const { hash } = (await card(one.editionId))!
  await db.editionCard.create({ data: { editionId: other.editionId, hash } })
  await db.$transaction((tx) => forgetShareImage(tx, one.editionId))
  expect([await card(one.editionId), await isKept(hash)]).toEqual([null, true])
  await db.$transaction((tx) => forgetShareImage(tx, other.editionId))
  expect([await card(other.editionId), await isKept(hash)]).toEqual([null, false])
})

test('those that were drawn otherwise are drawn again, each once', async () => {
  const [old, current, gone] = [await anEdition(), await anEdition(), await anEdition()]
  for (const { editionId } of [old, current, gone]) await keepShareImage(editionId, Buffer.from('card'))
  for (const { editionId } of [old, gone]) await older(editionId)
  await db.publication.update({ where: { editionId: gone.editionId }, data: { withdrawnAt: new Date() } })
  await renewShareImages()
  await renewShareImages()
  const asked = await drawn()
  expect([old, current, gone].map(({ editionId }) => asked.filter((id) => id === editionId).length)).toEqual([
    1, 0, 0,
  ])
})

test('what a card says is of the revision that readers see, or will see', async () => {
  const { id: seriesId } = await aSeries('The light')
  const planned = { published: new Date(Date.now() + 600_000) }
  const edition = await anEdition({ seriesId, number: 2.5, title: 'Fog', ...planned })
  expect(await shareImageFacts(edition.editionId)).toEqual({
    locale: 'en',
    title: 'Fog',
    number: 2.5,
    series: 'The light',
  })
  const { chapterId } = edition
  const inJapanese = await anEdition({ chapterId, locale: 'ja', title: '霧' })
  expect(await shareImageFacts(inJapanese.editionId)).toMatchObject({ title: '霧', series: '' })
  const none = [await anEdition({ published: false }), await anEdition({ withdrawnAt: new Date() })]
  for (const { editionId } of [...none, { editionId: randomUUID() }])
    expect(await shareImageFacts(editionId)).toBeUndefined()
})
