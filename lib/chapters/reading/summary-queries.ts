import { db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { summaryColumns, seriesOfEdition, tagsOfEdition } from './summary-sql'
import type { NewChapter, PageOf } from './types'
import { pageLength, placeOf } from '../rules'

export async function listed(
  which: Prisma.Sql,
  page: number | undefined,
  total: number,
  begin: (skip: number) => Beginning = (skip) => ({ skip }),
): Promise<PageOf<NewChapter> | undefined> {
  const take = pageLength.list
  const place = placeOf(total, take, page)
  if (!place) return undefined
  const items =
    page === undefined ? await newestCards(which, take) : await cards(which, { ...begin(place.skip), take })
  return { items, total, page, older: place.older, newer: place.newer }
}

export async function countOf(which: Prisma.Sql) {
  const [row] = await db.$queryRaw<{ total: number }[]>`
    select count(*)::int as total from edition_listing l where ${which}`
  return row!.total
}

interface Beginning {
  /** Nothing before this time is counted. */
  since?: Date
  skip: number
}

/** Counted from the oldest, shown from the newest. */
export const cards = (which: Prisma.Sql, { since, skip, take }: Beginning & { take: number }) =>
  cardsOf(Prisma.sql`
    ${which} and ${since ? Prisma.sql`l.publish_at >= ${since}` : Prisma.sql`true`}
    order by l.publish_at, l.edition_id offset ${skip} limit ${take}`)

const newestCards = (which: Prisma.Sql, take: number) =>
  cardsOf(Prisma.sql`${which} order by l.publish_at desc, l.edition_id desc limit ${take}`)

const cardsOf = (chosen: Prisma.Sql) => db.$queryRaw<NewChapter[]>`
  with chosen as materialized (select l.edition_id from edition_listing l where ${chosen})
  select ${summaryColumns}, ${seriesOfEdition} as series, ${tagsOfEdition} as tags
  from chosen join published_edition p on p.id = chosen.edition_id
  order by p.published_at desc, p.id desc`
