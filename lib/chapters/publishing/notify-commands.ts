import { announce } from '@/lib/db/announce'
import type { Tx } from '@/lib/db/client'
import { enqueue } from '@/lib/jobs/enqueue'
import { editionTags, monthOf } from '@/lib/kernel/page-tags'
import { notifyFeedReadersJob, notifySearchEnginesJob } from './jobs'

/** An edition that readers see has come or changed: pages, and those outside who want to be told, hear of it. */
export async function notifyOfEdition(tx: Tx, editionId: string) {
  const { chapter, publication } = await tx.edition.findUniqueOrThrow({
    where: { id: editionId },
    select: {
      chapter: { select: { id: true, series: { select: { slug: true } } } },
      publication: { select: { publishAt: true } },
    },
  })
  const month = publication && monthOf(publication.publishAt)
  await announce(tx, editionTags(chapter.id, chapter.series.slug, month))
  await notifyOutlets(tx, editionId)
}

/** Leaves word that a page has appeared, changed or gone, for those outside who want to be told. */
export async function notifyOutlets(tx: Tx, editionId: string) {
  await enqueue(tx, notifySearchEnginesJob, { editionId })
  await enqueue(tx, notifyFeedReadersJob, { editionId })
}
