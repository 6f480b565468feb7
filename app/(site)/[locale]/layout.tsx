import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { direction } from '@/lib/i18n/locales'
import { localeOf } from '@/lib/site/addresses/locale'
import { placeholder } from '@/lib/site/addresses/slug'
import './site.css'

// The build fails if a page below needs anything of a request: reading pages are documents.
export const ensureStatic = 'navigation'
export const metadata: Metadata = { icons: { icon: '/favicon.svg' } }
export const generateStaticParams = () => [{ locale: placeholder }]

interface LayoutProps {
  children: ReactNode
  params: Promise<{ locale: string }>
}

export default async function Layout({ children, params }: LayoutProps) {
  const locale = localeOf((await params).locale)
  return (
    <html lang={locale} dir={direction(locale)}>
      <body>{children}</body>
    </html>
  )
}
