import type { MonthPart } from '@/lib/chapters/reading/sitemap-queries'
import { numberIn } from './number-in'

export const sitemapPath = '/sitemap.xml'

/** The sitemap of all pages that lead to chapters. */
export const pagesFile = 'pages.xml'

/** The file of a month's chapters; those that one file does not hold are in others, from `…-2.xml` on. */
export const fileOfMonth = ({ year, month, part }: MonthPart) =>
  `chapters-${year}-${String(month).padStart(2, '0')}${part > 1 ? `-${part}` : ''}.xml`

/** Which part of which month a file is by its name; undefined for any other name. */
export function monthOfFile(name: string): MonthPart | undefined {
  const [year, month, part] = named.exec(name)?.slice(1) ?? []
  const parts = {
    year: numberIn(year, { from: 1970, to: 9999 }),
    month: numberIn(month, { to: 12, places: 2 }),
    part: part === undefined ? 1 : numberIn(part, { from: 2, to: 99_999 }),
  }
  return parts.year && parts.month && parts.part ? (parts as MonthPart) : undefined
}

const named = /^chapters-(\d+)-(\d+)(?:-(\d+))?\.xml$/

/** Until November 2026 chapters were mapped by the 50,000, in files that were only numbered. */
export const numberedLength = 50_000
export const numberOfFile = (name: string) =>
  numberIn(/^chapters-(\d+)\.xml$/.exec(name)?.[1], { to: 99_999 })
