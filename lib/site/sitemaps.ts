import { monthKey } from '@/lib/chapters/addresses/existence-queries'
import {
  chaptersToMap,
  monthsOfChapters,
  monthsToMap,
  seriesToMap,
  sitemapLength,
  tagsToMap,
  translatorsToMap,
} from '@/lib/chapters/reading/sitemap-queries'
import { locales, type Locale } from '@/lib/i18n/locales'
import {
  allSeriesPath,
  archivePath,
  chapterPath,
  homePath,
  monthPath,
  mostReadPath,
  privacyPath,
  rankingsPath,
  searchPath,
  seriesPath,
  tagPath,
  tagsPath,
  translatorPath,
  yearPath,
} from '@/lib/i18n/paths'
import { anyList, monthTag, noteTags } from '@/lib/kernel/page-tags'
import { sitemap, sitemapIndex, type Mapped } from '@/lib/syndication/sitemap'
import { siteAddress } from './addresses/site-address'
import { fileOfMonth, monthOfFile, pagesFile } from './addresses/sitemap-names'

/** The list of sitemaps: one of the pages that lead to chapters, and of chapters at least one for each month. */
export async function listOfSitemaps(): Promise<string> {
  noteTags(anyList)
  const months = await monthsOfChapters()
  const ofChapters = months.flatMap(({ chapters, changed, ...month }) =>
    Array.from({ length: Math.ceil(chapters / sitemapLength) }, (_, place) => ({
      url: addressOf(fileOfMonth({ ...month, part: place + 1 })),
      changed,
    })),
  )
  const newest = months.reduce<Date | undefined>(
    (last, { changed }) => (last && last > changed ? last : changed),
    undefined,
  )
  return sitemapIndex([{ url: addressOf(pagesFile), changed: newest }, ...ofChapters])
}

const addressOf = (file: string) => siteAddress(`/sitemaps/${file}`)

/** The sitemap with this name; nothing when there is none. */
export async function sitemapNamed(name: string): Promise<string | undefined> {
  if (name === pagesFile) return sitemapOfPages()
  const asked = monthOfFile(name)
  if (!asked) return undefined
  noteTags(monthTag(monthKey(asked.year, asked.month)))
  const chapters = await chaptersToMap(asked)
  if (chapters.length === 0) return undefined
  return sitemap(
    chapters.map(({ locale, slug, changed }) => ({ url: siteAddress(chapterPath(locale, slug)), changed })),
  )
}

async function sitemapOfPages() {
  noteTags(anyList)
  return sitemap((await Promise.all(locales.map(pagesOf))).flat())
}

async function pagesOf(locale: Locale): Promise<Mapped[]> {
  const series = await seriesToMap(locale)
  if (series.length === 0) return [{ url: siteAddress(homePath(locale)) }]
  const [tags, months] = [await tagsToMap(locale), await monthsToMap(locale)]
  const translators = await translatorsToMap(locale)
  const years = [...new Set(months.map(({ year }) => year))]
  const plain = [
    ...[allSeriesPath, tagsPath, archivePath, rankingsPath, privacyPath, searchPath],
    (one: Locale) => mostReadPath(one),
  ]
  return [
    { url: siteAddress(homePath(locale)), changed: series[0]!.newest },
    ...plain.map((path) => ({ url: siteAddress(path(locale)) })),
    ...series.map(({ slug, newest }) => ({ url: siteAddress(seriesPath(locale, slug)), changed: newest })),
    ...tags.map(({ slug, newest }) => ({ url: siteAddress(tagPath(locale, slug)), changed: newest })),
    ...translators.map(({ slug }) => ({ url: siteAddress(translatorPath(locale, slug)) })),
    ...years.map((year) => ({ url: siteAddress(yearPath(locale, year)) })),
    ...months.map(({ year, month, newest }) => ({
      url: siteAddress(monthPath(locale, year, month)),
      changed: newest,
    })),
  ]
}
