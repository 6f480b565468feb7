import { db } from '@/lib/db/client'
import type { Locale } from '@/lib/i18n/locales'

/** The chapters that were read most today and yesterday, in every language. */
export const mostAsked = (take: number) => db.$queryRaw<{ locale: Locale; slug: string }[]>`
  with counted as materialized (
    select edition_id, sum(reads) as reads from edition_reads
    where day > (now() at time zone 'UTC')::date - 2
    group by 1 order by reads desc, edition_id limit ${take * 2})
  select p.locale, p.slug from counted join published_edition p on p.id = counted.edition_id
  order by counted.reads desc, p.id limit ${take}`
