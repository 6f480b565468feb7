import type { Metadata } from 'next'
import { NotFoundText } from '@/components/site/missing'
import { words } from '@/lib/i18n/words'
import { localeOrMissing } from '@/lib/site/addresses/locale'

interface Props {
  params: Promise<{ locale: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { reading, site } = words(localeOrMissing((await params).locale))
  return { title: `${reading.gone.title} · ${site.name}`, robots: 'noindex' }
}

/** What the server sends, as a 410, where a chapter was withdrawn for good. */
export default async function GonePage({ params }: Props) {
  return <NotFoundText locale={localeOrMissing((await params).locale)} gone />
}
