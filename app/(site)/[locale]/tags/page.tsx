import type { Metadata } from 'next'
import { CountedList } from '@/components/chapters/counted-list'
import { Frame } from '@/components/site/frame'
import { locales } from '@/lib/i18n/locales'
import { tagPath, tagsPath } from '@/lib/i18n/paths'
import { words } from '@/lib/i18n/words'
import { localeOrMissing } from '@/lib/site/addresses/locale'
import { metadataOf } from '@/lib/site/metadata'
import { readTags } from '@/lib/site/reading'

interface Props {
  params: Promise<{ locale: string }>
}

const languages = locales.map((locale) => ({ locale, path: tagsPath(locale) }))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = localeOrMissing((await params).locale)
  return metadataOf({ locale, languages, ...words(locale).reading.tags })
}

export default async function TagsPage({ params }: Props) {
  const locale = localeOrMissing((await params).locale)
  const tags = await readTags(locale)
  const { title, none } = words(locale).reading.tags
  return (
    <Frame locale={locale} languages={languages}>
      <header className="list-title">
        <h1>{title}</h1>
      </header>
      {tags.length === 0 && <p>{none}</p>}
      <CountedList
        dense
        locale={locale}
        items={tags.map(({ slug, name, chapters }) => ({ href: tagPath(locale, slug), name, chapters }))}
      />
    </Frame>
  )
}
