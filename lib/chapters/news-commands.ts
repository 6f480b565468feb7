import type { Tx } from '@/lib/db/client'
import { enqueue } from '@/lib/jobs/enqueue'

/** Leaves word that a page has appeared, changed or gone, for those outside who want to be told. */
export async function tellOutside(tx: Tx, editionId: string) {
  await enqueue(tx, 'tell-search-engines', { editionId })
  await enqueue(tx, 'tell-feed-readers', { editionId })
}
