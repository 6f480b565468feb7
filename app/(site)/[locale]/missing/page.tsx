import type { Metadata } from 'next'
import { NotFoundText } from '@/components/site/missing'
import { words } from '@/lib/i18n/words'
import { localeOrMissing } from '@/lib/site/addresses/locale'

interface Props {
  params: Promise<{ locale: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { missing, site } = words(localeOrMissing((await params).locale))
  return { title: `${missing.title} · ${site.name}`, robots: 'noindex' }
}

/**
 * What the server sends, as a 404, in place of any page that called notFound(): Next would answer that with an
 * empty page for its scripts to fill.
 */
export default async function MissingPage({ params }: Props) {
  return <NotFoundText locale={localeOrMissing((await params).locale)} />
}
