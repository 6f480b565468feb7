import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ChapterList } from '@/components/chapters/chapter-list'
import { Frame } from '@/components/site/frame'
import { ListPages } from '@/components/site/pages'
import { digits } from '@/lib/i18n/formats'
import { locales } from '@/lib/i18n/locales'
import { homePath, olderPath } from '@/lib/i18n/paths'
import { say, words } from '@/lib/i18n/words'
import { pageInLanguages } from '@/lib/site/languages'
import { localeOrMissing } from '@/lib/site/addresses/locale'
import { metadataOf } from '@/lib/site/metadata'
import { numberOrMissing } from '@/lib/site/addresses/numbers'
import { readChapters, readPages } from '@/lib/site/reading'
import { placeholder } from '@/lib/site/addresses/slug'

export const generateStaticParams = () => [{ number: placeholder }]

interface Props {
  params: Promise<{ locale: string; number: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, number, title, languages } = await pageOf(params)
  const { description } = words(locale).reading.older
  return metadataOf({
    locale,
    title,
    description: say(locale, description, { page: digits(locale, number) }),
    languages,
  })
}

export default async function OlderPage({ params }: Props) {
  const { locale, title, languages, list } = await pageOf(params)
  return (
    <Frame locale={locale} languages={languages}>
      <header className="list-title">
        <h1>{title}</h1>
      </header>
      <ChapterList locale={locale} chapters={list.items} />
      <ListPages
        locale={locale}
        list={list}
        path={(page) => (page ? olderPath(locale, page) : homePath(locale))}
      />
    </Frame>
  )
}

async function pageOf(params: Props['params']) {
  const { locale: inPath, number: asked } = await params
  const locale = localeOrMissing(inPath)
  const number = numberOrMissing(asked)
  const title = say(locale, words(locale).reading.older.title, { page: digits(locale, number) })
  const list = (await readChapters(locale, number)) ?? notFound()
  const lists = await Promise.all(locales.map(async (one) => ({ locale: one, pages: await readPages(one) })))
  const languages = pageInLanguages(number, lists, (one, page) =>
    page ? olderPath(one, page) : homePath(one),
  )
  return { locale, number, title, languages, list }
}
