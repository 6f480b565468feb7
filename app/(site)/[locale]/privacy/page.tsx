import type { Metadata } from 'next'
import { Frame } from '@/components/site/frame'
import { privacyPath } from '@/lib/i18n/paths'
import { PrivacyPage } from '@/components/site/privacy-page'
import { keepTracesDays } from '@/lib/comments/rules'
import { asksAkismet } from '@/lib/kernel/env'
import { locales } from '@/lib/i18n/locales'
import { privacyText } from '@/lib/i18n/privacy'
import { localeOrMissing } from '@/lib/site/addresses/locale'
import { metadataOf } from '@/lib/site/metadata'

interface Props {
  params: Promise<{ locale: string }>
}

const languages = locales.map((locale) => ({ locale, path: privacyPath(locale) }))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = localeOrMissing((await params).locale)
  return metadataOf({ locale, languages, ...privacyText(locale) })
}

export default async function Page({ params }: Props) {
  const locale = localeOrMissing((await params).locale)
  return (
    <Frame locale={locale} languages={languages}>
      <PrivacyPage locale={locale} traceDays={keepTracesDays} akismet={asksAkismet()} />
    </Frame>
  )
}
