import type { Metadata } from 'next'
import { connection } from 'next/server'
import type { ReactNode } from 'react'
import { direction } from '@/lib/i18n/locales'
import '@/app/(site)/[locale]/site.css'
import { languageHere, speakingHere } from '../speaking'
import './preview.css'

export async function generateMetadata(): Promise<Metadata> {
  const { frame, editor } = (await speakingHere()).words
  return { title: `${editor.preview.title} · ${frame.title}`, robots: { index: false, follow: false } }
}

export const instant = false

/** A root of its own: a preview wears the readers' stylesheet and nothing of the desk's. */
export default async function PreviewLayout({ children }: { children: ReactNode }) {
  await connection()
  const { locale } = await languageHere()
  return (
    <html lang={locale} dir={direction(locale)}>
      <body>{children}</body>
    </html>
  )
}
