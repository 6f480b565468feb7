import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ChapterList } from '@/components/chapters/chapter-list'
import { Data } from '@/components/site/data'
import { Frame } from '@/components/site/frame'
import { ListPages } from '@/components/site/pages'
import { Sentence } from '@/components/site/sentence'
import type { PublishedTranslator } from '@/lib/chapters/reading/types'
import { digits } from '@/lib/i18n/formats'
import type { Locale } from '@/lib/i18n/locales'
import { translatorPath } from '@/lib/i18n/paths'
import { say, words } from '@/lib/i18n/words'
import { pageInLanguages } from '@/lib/site/languages'
import { factsOfWay } from '@/lib/site/chapter-data'
import { localeOrMissing } from '@/lib/site/addresses/locale'
import { metadataOf } from '@/lib/site/metadata'
import { pageOrMissing } from '@/lib/site/addresses/numbers'
import { readTranslator } from '@/lib/site/reading'
import { placeholder, parseSlugParam } from '@/lib/site/addresses/slug'

export const generateStaticParams = () => [{ slug: placeholder, page: [placeholder] }]

interface Props {
  params: Promise<{ locale: string; slug: string; page?: string[] }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, translator } = await translatorOf(params)
  const title = titleOf(locale, translator)
  const description = say(locale, words(locale).reading.translators.describe, { name: translator.name })
  return metadataOf({ locale, title, description, languages: languagesOf(translator) })
}

export default async function TranslatorPage({ params }: Props) {
  const { locale, translator } = await translatorOf(params)
  const { chapters: list } = translator
  return (
    <Frame locale={locale} languages={languagesOf(translator)}>
      <header className="list-title">
        <h1>
          <Sentence text={words(locale).reading.translators.title} name="name">
            <bdi>{translator.name}</bdi>
          </Sentence>
          {pageOf(locale, list)}
        </h1>
        <p className="facts">{say(locale, words(locale).series.count, { count: list.total })}</p>
      </header>
      <ChapterList locale={locale} chapters={list.items} />
      <ListPages locale={locale} list={list} path={(page) => translatorPath(locale, translator.slug, page)} />
      <Data json={factsOfWay(locale, wayTo(locale, translator))} />
    </Frame>
  )
}

async function translatorOf(params: Props['params']) {
  const { locale: inPath, slug: encoded, page } = await params
  const locale = localeOrMissing(inPath)
  const slug = parseSlugParam(encoded) ?? notFound()
  return { locale, translator: (await readTranslator(locale, slug, pageOrMissing(page))) ?? notFound() }
}

function titleOf(locale: Locale, { name, chapters }: PublishedTranslator) {
  return say(locale, words(locale).reading.translators.title, { name }) + pageOf(locale, chapters)
}

const pageOf = (locale: Locale, { page }: { page: number | undefined }) =>
  page === undefined
    ? ''
    : ` · ${say(locale, words(locale).reading.pages.page, { page: digits(locale, page) })}`

const wayTo = (locale: Locale, { slug, name }: PublishedTranslator) => ({
  name,
  path: translatorPath(locale, slug),
})

const languagesOf = ({ slug, lists, chapters }: PublishedTranslator) =>
  pageInLanguages(chapters.page, lists, (locale, number) => translatorPath(locale, slug, number))
