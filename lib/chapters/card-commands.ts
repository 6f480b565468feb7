import { createHash } from 'node:crypto'
import { announce } from '@/lib/db/announce'
import type { Tx } from '@/lib/db/client'
import { inTransaction } from '@/lib/db/in-transaction'
import { storeIn } from '@/lib/pictures/commands'
import { chapterTag } from '@/lib/kernel/page-tags'
import { cardSize } from '@/lib/pictures/rules'

/**
 * Keeps the card of an edition. Its hash is made of the edition's id too: who can guess a title cannot ask whether
 * a chapter with it is going to be published.
 */
export async function keepCard(editionId: string, bytes: Buffer) {
  const hash = createHash('sha256').update(editionId).update(bytes).digest('hex').slice(0, 32)
  await inTransaction(async (tx) => {
    const before = await tx.editionCard.findUnique({ where: { editionId } })
    if (before?.hash === hash) return
    const file = { width: cardSize.width, format: 'png' as const, bytes }
    await storeIn(tx, hash, { ...cardSize, files: [file] }, null)
    await tx.editionCard.upsert({ where: { editionId }, create: { editionId, hash }, update: { hash } })
    const { chapterId } = await tx.edition.findUniqueOrThrow({
      where: { id: editionId },
      select: { chapterId: true },
    })
    await announce(tx, [chapterTag(chapterId)])
  })
}

/** Takes the card of an edition away with the edition: it says the title. Publishing again draws another. */
export async function forgetCard(tx: Tx, editionId: string) {
  const cards = await tx.editionCard.findMany({ where: { editionId }, select: { hash: true } })
  await tx.editionCard.deleteMany({ where: { editionId } })
  await tx.picture.deleteMany({ where: { hash: { in: cards.map(({ hash }) => hash) }, cards: { none: {} } } })
}
