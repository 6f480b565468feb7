import type { Metadata } from 'next'
import { ChapterList } from '@/components/chapters/chapter-list'
import { Frame } from '@/components/site/frame'
import { GoOn } from '@/components/site/go-on'
import { ListPages } from '@/components/site/pages'
import { locales } from '@/lib/i18n/locales'
import { homePath, olderPath } from '@/lib/i18n/paths'
import { words } from '@/lib/i18n/words'
import { shareImagePath } from '@/lib/pictures/rules'
import { localeOrMissing } from '@/lib/site/addresses/locale'
import { metadataOf } from '@/lib/site/metadata'
import { readChapter, readChapters } from '@/lib/site/reading'

interface Props {
  params: Promise<{ locale: string }>
}

const languages = locales.map((locale) => ({ locale, path: homePath(locale) }))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = localeOrMissing((await params).locale)
  const newest = (await readChapters(locale))!.items[0]
  const chapter = newest && (await readChapter(locale, newest.slug))
  const card = chapter?.card ? shareImagePath(chapter.card) : undefined
  return metadataOf({
    locale,
    languages,
    negotiated: '/',
    ...words(locale).home,
    card,
    cardSays: chapter?.title,
  })
}

export default async function HomePage({ params }: Props) {
  const locale = localeOrMissing((await params).locale)
  const list = (await readChapters(locale))!
  const { title, none } = words(locale).home
  return (
    <Frame locale={locale} languages={languages}>
      <h1 className="list-title">{title}</h1>
      <GoOn locale={locale} />
      {list.total > 0 ? (
        <ChapterList locale={locale} chapters={list.items} newest />
      ) : (
        <p className="page">{none}</p>
      )}
      <ListPages
        locale={locale}
        list={list}
        path={(page) => (page ? olderPath(locale, page) : homePath(locale))}
      />
    </Frame>
  )
}
