import { monthsToMap, seriesToMap, tagsToMap, translatorsToMap } from '@/lib/chapters/reading/sitemap-queries'
import { chaptersToMap, sitemapsOfChapters } from '@/lib/chapters/reading/outlet-queries'
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
import { anyList, noteTags } from '@/lib/kernel/page-tags'
import { sitemap, sitemapIndex, type Mapped } from '@/lib/syndication/sitemap'
import { siteAddress } from './addresses/site-address'

export const sitemapPath = '/sitemap.xml'

/** The list of sitemaps: one of the pages that lead to chapters, and as many of chapters as it takes. */
export async function listOfSitemaps(): Promise<string> {
  noteTags(anyList)
  const ofChapters = (await sitemapsOfChapters()).map(({ file, changed }) => ({
    url: siteAddress(`/sitemaps/chapters-${file}.xml`),
    changed,
  }))
  const newest = (await Promise.all(locales.map(async (locale) => (await seriesToMap(locale))[0]?.newest)))
    .filter((time) => time !== undefined)
    .reduce<Date | undefined>((one, other) => (one && one > other ? one : other), undefined)
  return sitemapIndex([{ url: siteAddress('/sitemaps/pages.xml'), changed: newest }, ...ofChapters])
}

/** The sitemap with this name; nothing when there is none. */
export async function sitemapNamed(name: string): Promise<string | undefined> {
  noteTags(anyList)
  if (name === 'pages.xml') return sitemap((await Promise.all(locales.map(pagesOf))).flat())
  const file = Number(/^chapters-([1-9]\d{0,4})\.xml$/.exec(name)?.[1])
  const chapters = file ? await chaptersToMap(file) : []
  if (chapters.length === 0) return undefined
  return sitemap(
    chapters.map(({ locale, slug, changed }) => ({ url: siteAddress(chapterPath(locale, slug)), changed })),
  )
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
