import { Prisma } from '@/lib/db/generated/client'
import type { Span } from '@/lib/i18n/time/span'
import type { ListPlace } from '@/lib/kernel/list-place'
import { conditions } from './filter-statement'
import type { QueueFilters } from './schema'
import type { View } from './views/view'

/** Comments of a view, as somebody looks at it. */
export interface Wanted {
  view: View
  /** Who looks; a rule is nobody. */
  person?: string
  filters: QueueFilters
  span: Span
  /** From this place on, in the view's order. */
  after?: ListPlace
}

/**
 * How they are found: by their place in the order alone; by that in each chapter of a series; from the few that fit the
 * narrowest filter; or, where very many fit, by going through the view in its order until there are enough.
 */
export type Way = 'order' | 'chapters' | 'walk' | { ids: Prisma.Sql }

/** Through how many comments of a view a page goes to find what fits: some tens of milliseconds. */
export const longestWalk = 20_000

interface Limits {
  take: number
  /** Where they are found by going through them. */
  walk?: number
}

/** So many comments `c`, each with its place in the order. */
export function chosenStatement(wanted: Wanted, way: Way, { take, walk = longestWalk }: Limits): Prisma.Sql {
  const { join, standing, asked, place, order } = partsOf(wanted)
  const both = all([...standing, ...asked])
  const limit = Prisma.sql`order by ${order} limit ${take}::int`
  if (way === 'order') return Prisma.sql`select c.*, ${place} from comment c ${join} where ${both} ${limit}`
  if (way === 'chapters')
    return Prisma.sql`
      select c.* from (select id from chapter where series_id = ${wanted.filters.series}::uuid) as part
      cross join lateral (
        select c.*, ${place} from comment c where c.chapter_id = part.id and ${both} ${limit}) as c
      order by ${orderOfPlaces(wanted.view)} limit ${take}::int`
  if (way === 'walk')
    return Prisma.sql`
      select c.* from (${walked(wanted, walk)}) c where ${all(asked)}
      order by ${orderOfPlaces(wanted.view)} limit ${take}::int`
  return Prisma.sql`
    with narrow (id) as materialized (${way.ids})
    select c.*, ${place} from narrow join comment c on c.id = narrow.id ${join} where ${both} ${limit}`
}

/** The comments that a walk goes through. */
function walked(wanted: Wanted, most: number): Prisma.Sql {
  const { join, standing, place, order } = partsOf(wanted)
  return Prisma.sql`
    select c.*, ${place} from comment c ${join} where ${all(standing)} order by ${order} limit ${most}::int`
}

/** The place of the last comment that a walk goes through, if there are so many. */
export function endOfWalk(wanted: Wanted, most = longestWalk): Prisma.Sql {
  const { join, standing, place, order } = partsOf(wanted)
  return Prisma.sql`
    select end_of.place_at as "placeAt", end_of.place_id as "placeId" from (
      select ${place} from comment c ${join} where ${all(standing)}
      order by ${order} offset ${most - 1}::int limit 1) as end_of`
}

/** What the order of places is, where they are named. */
export const orderOfPlaces = ({ oldestFirst }: View) =>
  oldestFirst ? Prisma.sql`c.place_at, c.place_id` : Prisma.sql`c.place_at desc, c.place_id desc`

function partsOf({ view, person, filters, span, after }: Wanted) {
  const { at, id } = view.place
  const [further, way] = view.oldestFirst ? [Prisma.sql`>`, Prisma.empty] : [Prisma.sql`<`, Prisma.sql`desc`]
  const sent = view.isBySending ? at : Prisma.sql`c.sent_at`
  const spans = [
    ...(span.from ? [Prisma.sql`${sent} >= ${span.from}::timestamptz`] : []),
    ...(span.before ? [Prisma.sql`${sent} < ${span.before}::timestamptz`] : []),
  ]
  const { chapter, ...others } = filters
  return {
    join: view.join,
    place: Prisma.sql`${at} as place_at, ${id} as place_id`,
    order: Prisma.sql`${at} ${way}, ${id} ${way}`,
    /** What the index of the view gives. */
    standing: [
      view.has(person),
      ...(after ? [Prisma.sql`(${at}, ${id}) ${further} (${after.at}::timestamptz, ${after.id}::uuid)`] : []),
      ...(view.isBySending ? spans : []),
      ...(view.hasChapters ? conditions({ chapter }) : []),
    ],
    /** What each comment is asked. */
    asked: [
      ...(view.isBySending ? [] : spans),
      ...(view.hasChapters ? [] : conditions({ chapter })),
      ...conditions(others),
    ],
  }
}

const all = (asked: readonly Prisma.Sql[]) =>
  asked.length > 0 ? Prisma.join([...asked], ' and ') : Prisma.sql`true`

/** Has the view no index for a part of what is asked? */
export const isAskedOfEach = (wanted: Wanted) => partsOf(wanted).asked.length > 0
