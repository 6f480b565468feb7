import { db } from '@/lib/db/client'
import type { Locale } from '@/lib/i18n/locales'

export interface ShareImageFacts {
  locale: Locale
  title: string
  number: number
  series: string
}

/** What the card of an edition says: of the revision that readers see, or will see. */
export async function shareImageFacts(editionId: string): Promise<ShareImageFacts | undefined> {
  const [facts] = await db.$queryRaw<ShareImageFacts[]>`
    select e.locale, r.title, c.number::float8 as number,
           coalesce((select t.title from series_title t where t.series_id = c.series_id and t.locale = e.locale), '') as series
    from publication p
    join edition e on e.id = p.edition_id
    join chapter c on c.id = e.chapter_id
    join revision r on r.id = p.revision_id
    where p.edition_id = ${editionId}::uuid and p.withdrawn_at is null`
  return facts
}
