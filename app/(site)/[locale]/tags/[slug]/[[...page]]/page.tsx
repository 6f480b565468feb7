import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ChapterList } from '@/components/chapters/chapter-list'
import { Data } from '@/components/site/data'
import { Frame } from '@/components/site/frame'
import { ListPages } from '@/components/site/pages'
import type { PublishedTag } from '@/lib/chapters/reading/types'
import { digits } from '@/lib/i18n/formats'
import type { Locale } from '@/lib/i18n/locales'
import { feedPath, tagPath, tagsPath } from '@/lib/i18n/paths'
import { say, words } from '@/lib/i18n/words'
import { pageInLanguages } from '@/lib/site/languages'
import { factsOfWay } from '@/lib/site/chapter-data'
import { localeOrMissing } from '@/lib/site/addresses/locale'
import { metadataOf } from '@/lib/site/metadata'
import { pageOrMissing } from '@/lib/site/addresses/numbers'
import { readTag } from '@/lib/site/reading'
import { placeholder, parseSlugParam } from '@/lib/site/addresses/slug'

export const generateStaticParams = () => [{ slug: placeholder, page: [placeholder] }]

interface Props {
  params: Promise<{ locale: string; slug: string; page?: string[] }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, tag } = await tagOf(params)
  const title = titleOf(locale, tag)
  const description = say(locale, words(locale).reading.tags.describe, { tag: tag.name })
  const feeds = [{ title, folder: feedPath(locale, 'tags', tag.slug) }]
  return metadataOf({ locale, title, description, feeds, languages: languagesOf(tag) })
}

export default async function TagPage({ params }: Props) {
  const { locale, tag } = await tagOf(params)
  const { chapters: list } = tag
  return (
    <Frame locale={locale} languages={languagesOf(tag)}>
      <header className="list-title">
        <p className="kicker">
          <a href={tagsPath(locale)}>{words(locale).reading.tags.title}</a>
        </p>
        <h1>{titleOf(locale, tag)}</h1>
        <p className="facts">{say(locale, words(locale).series.count, { count: list.total })}</p>
      </header>
      <ChapterList locale={locale} chapters={list.items} />
      <ListPages locale={locale} list={list} path={(page) => tagPath(locale, tag.slug, page)} />
      <Data json={factsOfWay(locale, ...wayTo(locale, tag))} />
    </Frame>
  )
}

async function tagOf(params: Props['params']) {
  const { locale: inPath, slug: encoded, page } = await params
  const locale = localeOrMissing(inPath)
  const slug = parseSlugParam(encoded) ?? notFound()
  return { locale, tag: (await readTag(locale, slug, pageOrMissing(page))) ?? notFound() }
}

function titleOf(locale: Locale, { name, chapters }: PublishedTag) {
  const { tags, pages } = words(locale).reading
  const title = say(locale, tags.tagged, { tag: name })
  return chapters.page === undefined
    ? title
    : `${title} · ${say(locale, pages.page, { page: digits(locale, chapters.page) })}`
}

const wayTo = (locale: Locale, { slug, name }: PublishedTag) => [
  { name: words(locale).reading.tags.title, path: tagsPath(locale) },
  { name, path: tagPath(locale, slug) },
]

const languagesOf = ({ slug, lists, chapters }: PublishedTag) =>
  pageInLanguages(chapters.page, lists, (locale, number) => tagPath(locale, slug, number))
