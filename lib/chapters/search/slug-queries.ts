import { db } from '@/lib/db/client'
import type { Locale } from '@/lib/i18n/locales'
import { likeness } from './likeness-sql'

/** Published chapters whose address looks like this one, for those who mistyped it. */
export const chaptersLike = (locale: Locale, slug: string) =>
  db.$queryRaw<{ slug: string; title: string }[]>`
  with looked as materialized (
    select e.id, e.slug from edition e where e.slug % ${slug} and e.locale = ${locale} limit ${likeness.looks}),
  alike as materialized (
    select id, similarity(slug, ${slug}) as likeness from looked order by likeness desc limit 20)
  select p.slug, p.title from alike join published_edition p on p.id = alike.id
  order by alike.likeness desc limit 5`
