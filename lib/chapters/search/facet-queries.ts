import { db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import type { Locale } from '@/lib/i18n/locales'
import { titleOf } from '../reading/summary-sql'
import type { Choice, Narrowing } from '../reading/types'

/** A facet as a listing has it, 'series <id>' or 'tag <id>', and how many chapters were found in it. */
export interface CountedFacet {
  facet: string
  chapters: number
}

/** Facets by the names that readers know. */
export async function narrowingOf(locale: Locale, counted: CountedFacet[]): Promise<Narrowing> {
  const inRoom = (room: string) => counted.filter(({ facet }) => facet.startsWith(`${room} `)).map(idOf)
  const [series, tags] = [inRoom('series'), inRoom('tag')]
  if (series.length + tags.length === 0) return { series: [], tags: [] }
  const named = await db.$queryRaw<{ id: string; isTag: boolean; slug: string; name: string }[]>`
    select s.id, false as "isTag", s.slug, ${titleOf(Prisma.sql`s.id`, Prisma.sql`${locale}`)} as name
    from series s where s.id = any (${series}::uuid[])
    union all
    select t.id, true, t.slug, t.name from tag t where t.id = any (${tags}::uuid[])`
  const chapters = new Map(counted.map((one) => [idOf(one), one.chapters]))
  const choices = (isTag: boolean): Choice[] =>
    named
      .filter((one) => one.isTag === isTag)
      .map(({ id, slug, name }) => ({ slug, name, chapters: chapters.get(id) ?? 0 }))
      .sort((one, other) => other.chapters - one.chapters || one.name.localeCompare(other.name, locale))
  return { series: choices(false), tags: choices(true) }
}

const idOf = ({ facet }: CountedFacet) => facet.slice(facet.indexOf(' ') + 1)
