import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { MostReadPage } from '@/components/chapters/most-read'
import { Frame } from '@/components/site/frame'
import { periods } from '@/lib/chapters/rules'
import { locales, type Locale } from '@/lib/i18n/locales'
import { mostReadPath, usualDays } from '@/lib/i18n/paths'
import { say, words } from '@/lib/i18n/words'
import type { InLanguage } from '@/lib/site/languages'
import { localeOrMissing } from '@/lib/site/addresses/locale'
import { metadataOf } from '@/lib/site/metadata'
import { readMostRead, readTags } from '@/lib/site/reading'
import { placeholder, parseSlugParam } from '@/lib/site/addresses/slug'

export const generateStaticParams = () => [{ choice: [placeholder] }]

interface Props {
  params: Promise<{ locale: string; choice?: string[] }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, tag, languages } = await choiceOf(params)
  const { title, titleTag, description } = words(locale).reading.mostRead
  return metadataOf({
    locale,
    title: tag ? say(locale, titleTag, { tag: tag.name }) : title,
    description,
    languages,
    passing: tag !== undefined, // a few lines in another order; the tag has a page of its own
  })
}

export default async function Page({ params }: Props) {
  const { locale, days, tag, tags, languages } = await choiceOf(params)
  const chapters = await readMostRead(locale, days, tag?.slug)
  return (
    <Frame locale={locale} languages={languages}>
      <MostReadPage locale={locale} days={days} tag={tag} tags={tags} chapters={chapters} />
    </Frame>
  )
}

/** `/most-read` is the last month; `/most-read/7` and `/most-read/7/<tag>` are chosen. `/most-read/30` is moved by the server. */
async function choiceOf(params: Props['params']) {
  const { locale: inPath, choice: [asked, encoded, ...more] = [] } = await params
  const locale = localeOrMissing(inPath)
  const days = asked === undefined ? usualDays : (periods.find((one) => String(one) === asked) ?? notFound())
  if (more.length > 0) notFound()
  const tags = await readTags(locale)
  const slug = encoded && parseSlugParam(encoded)
  const tag = encoded === undefined ? undefined : (tags.find((one) => one.slug === slug) ?? notFound())
  const inLanguage = async (one: Locale): Promise<InLanguage> => {
    const there = !tag || (await readTags(one)).some((other) => other.slug === tag.slug)
    return there
      ? { locale: one, path: mostReadPath(one, days, tag?.slug) }
      : { locale: one, path: mostReadPath(one, days), instead: true }
  }
  const languages = await Promise.all(locales.map(inLanguage))
  return { locale, days, tag, tags, languages }
}
