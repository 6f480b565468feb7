import { announce } from '@/lib/db/announce'
import type { Tx } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { inTransaction } from '@/lib/db/in-transaction'
import { newJobs } from '@/lib/jobs/enqueue'
import { pictureHash } from '@/lib/pictures/hash'
import { storeIn } from '@/lib/pictures/commands'
import { chapterTag } from '@/lib/kernel/page-tags'
import { shareImageDrawing, shareImageSize } from '@/lib/pictures/rules'
import { makeShareImageJob } from './jobs'

/**
 * Keeps the card of an edition. Its hash is made of the edition's id too: who can guess a title cannot ask whether
 * a chapter with it is going to be published.
 */
export async function keepShareImage(editionId: string, bytes: Buffer) {
  const hash = pictureHash(editionId, bytes)
  await inTransaction(async (tx) => {
    const before = await tx.editionCard.findUnique({ where: { editionId } })
    if (before?.hash === hash && before.drawing === shareImageDrawing) return
    const file = { width: shareImageSize.width, format: 'png' as const, bytes }
    await storeIn(tx, hash, { ...shareImageSize, files: [file] }, null)
    const card = { hash, drawing: shareImageDrawing }
    await tx.editionCard.upsert({ where: { editionId }, create: { editionId, ...card }, update: card })
    if (before && before.hash !== hash) await forgetPictures(tx, [before.hash])
    const { chapterId } = await tx.edition.findUniqueOrThrow({
      where: { id: editionId },
      select: { chapterId: true },
    })
    await announce(tx, [chapterTag(chapterId)])
  })
}

/** Takes the card of an edition away with the edition: it says the title. Publishing again draws another. */
export async function forgetShareImage(tx: Tx, editionId: string) {
  const cards = await tx.editionCard.findMany({ where: { editionId }, select: { hash: true } })
  await tx.editionCard.deleteMany({ where: { editionId } })
  await forgetPictures(
    tx,
    cards.map(({ hash }) => hash),
  )
}

const forgetPictures = (tx: Tx, hashes: string[]) =>
  tx.picture.deleteMany({ where: { hash: { in: hashes }, cards: { none: {} } } })

/** Has those cards drawn again that were drawn otherwise than cards are now. */
export async function renewShareImages() {
  await inTransaction(async (tx) => {
    // The same edition and drawing are the same job, however many workers start.
    const rows = Prisma.sql`
      select md5(${`card ${shareImageDrawing} `} || p.edition_id)::uuid, json_build_object('editionId', p.edition_id)::jsonb,
             null::timestamptz
      from edition_card c join publication p on p.edition_id = c.edition_id
      where p.withdrawn_at is null and c.drawing <> ${shareImageDrawing}`
    await tx.$executeRaw`${newJobs(makeShareImageJob, rows)}`
  })
}
