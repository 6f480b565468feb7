import { db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import type { Locale } from '@/lib/i18n/locales'
import type { MonthCount } from './types'
import { pageLength } from '../rules'
import { inLanguage } from './listing-sql'
import { listed, countOf, cards } from './summary-queries'

/** The newest chapters of a language, or a numbered page of all of them; nothing when there is no such page. */
export async function chaptersOf(locale: Locale, page?: number) {
  const months = await monthsOf(locale)
  return listed(inLanguage(locale), page, totalOf(months), (skip) => beginningAt(months, skip))
}

/** How many numbered pages the list of all chapters of a language has. */
export const pagesOf = async (locale: Locale) => Math.ceil(totalOf(await monthsOf(locale)) / pageLength.list)

/** The chapters of one month (UTC), from 1 to 12, oldest first. */
export async function chaptersOfMonth(locale: Locale, year: number, month: number, page = 1) {
  const from = new Date(Date.UTC(year, month - 1))
  const to = new Date(Date.UTC(year, month))
  const within = Prisma.sql`${inLanguage(locale)} and l.publish_at >= ${from} and l.publish_at < ${to}`
  const total = await countOf(within)
  const pages = Math.ceil(total / pageLength.month)
  if (page < 1 || page > pages) return undefined
  const chapters = await cards(within, { skip: (page - 1) * pageLength.month, take: pageLength.month })
  return { chapters: chapters.reverse(), total, page, pages }
}

/** How many chapters each month has, newest first. What has been scheduled for later is in this month or after it. */
export const monthsOf = (locale: Locale): Promise<MonthCount[]> => db.$queryRaw<MonthCount[]>`
  select extract(year from month)::int as year, extract(month from month)::int as month, chapters
  from (select month, editions as chapters from listing_month
        where locale = ${locale} and month < month_of(now())
        union all
        select month_of(now()), count(*)::int from edition_listing l
        where ${inLanguage(locale)} and l.publish_at >= month_of(now())::timestamp at time zone 'UTC') as counted
  where chapters > 0 order by counted.month desc`

const totalOf = (months: MonthCount[]) => months.reduce((sum, { chapters }) => sum + chapters, 0)

/** The month in which the chapter after so many, counted from the oldest, was published, and how many of it to skip. */
function beginningAt(newestFirst: MonthCount[], skip: number) {
  let left = skip
  for (const { year, month, chapters } of newestFirst.toReversed()) {
    if (left < chapters) return { since: new Date(Date.UTC(year, month - 1)), skip: left }
    left -= chapters
  }
  return { skip }
}
