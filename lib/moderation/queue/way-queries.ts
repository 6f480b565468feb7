import { db, type Tx } from '@/lib/db/client'
import { isAskedOfEach, type Wanted, type Way } from './chosen-statement'
import { narrowFilters } from './filter-statement'

// Comments that are found one by one are found whole, up to this many; what fits more is met soon by going through them.
const fewEnough = 5_000
// Of each chapter as many are read as a page shows.
const fewChapters = 100

/** How a page of a view is found, by how many comments its filters fit. */
export async function wayFor(tx: Pick<Tx, '$queryRaw'>, wanted: Wanted): Promise<Way> {
  if (!isAskedOfEach(wanted)) return 'order'
  for (const { count, ids } of narrowFilters(wanted.filters)) {
    const [row] = await tx.$queryRaw<{ count: number }[]>`select ${count(fewEnough + 1)} as count`
    if (row!.count <= fewEnough) return { ids }
  }
  const { series } = wanted.filters
  return series && wanted.view.hasChapters && (await hasFewChapters(tx, series)) ? 'chapters' : 'walk'
}

async function hasFewChapters(tx: Pick<Tx, '$queryRaw'>, series: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ chapters: number }[]>`
    select count(*)::int as chapters
    from (select from chapter where series_id = ${series}::uuid limit ${fewChapters + 1}::int) as few`
  return row!.chapters <= fewChapters
}

/** The same outside of any transaction. */
export const wayFound = (wanted: Wanted) => wayFor(db, wanted)
