import type { Metadata } from 'next'
import { Missing } from '@/components/site/missing'
import { words } from '@/lib/i18n/words'
import { localeOrMissing } from '@/lib/site/locale'
import { readAlike } from '@/lib/site/reading'
import { placeholder, slugOf } from '@/lib/site/slug'

export const generateStaticParams = () => [{ wanted: placeholder }]

interface Props {
  params: Promise<{ locale: string; wanted: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { missing, site } = words(localeOrMissing((await params).locale))
  return { title: `${missing.title} · ${site.name}`, robots: 'noindex' }
}

/** As the plain page beside it, with chapters whose addresses look like the one that was asked for. */
export default async function MissingPage({ params }: Props) {
  const { locale: inPath, wanted } = await params
  const locale = localeOrMissing(inPath)
  const slug = wanted === placeholder ? undefined : slugOf(Buffer.from(wanted, 'base64url').toString())
  return <Missing locale={locale} alike={slug ? await readAlike(locale, slug) : []} />
}
