import { Prisma } from '@/lib/db/generated/client'
import { summaryColumns, seriesOfEdition } from '../reading/summary-sql'

// A word of three letters is like too many others, and so are more titles than these.
export const likeness = { characters: 4, looks: 500 }

/** Titles with letters like these, for those who mistype. */
export const withTitleLike = (q: string, facets: string[], take: number) => Prisma.sql`
  with looked as materialized (
    select l.edition_id, l.title from edition_listing l
    where search_plain(${q}) <% l.title and l.facets @> ${facets} and l.publish_at <= now()
      and char_length(search_plain(${q})) >= ${likeness.characters}
    limit ${likeness.looks}),
  alike as (
    select edition_id, word_similarity(search_plain(${q}), title) as likeness from looked
    order by likeness desc limit ${take})
  select ${summaryColumns}, ${seriesOfEdition} as series, left(p.text, 200) as text, null as cut, 0 as total, null as counted
  from alike join published_edition p on p.id = alike.edition_id order by alike.likeness desc, p.id`
