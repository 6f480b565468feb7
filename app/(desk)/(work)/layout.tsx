import type { Metadata } from 'next'
import { connection } from 'next/server'
import type { ReactNode } from 'react'
import { GiveWords } from '@/components/desk/language/words'
import { InLanguage } from '@/components/ui/language'
import { deskWords } from '@/lib/i18n/desk-words'
import { direction } from '@/lib/i18n/locales'
import { languageHere } from '../speaking'
import '../desk.css'

export async function generateMetadata(): Promise<Metadata> {
  const { title } = deskWords((await languageHere()).locale).frame
  return {
    title: { template: `%s · ${title}`, default: title },
    robots: { index: false, follow: false },
  }
}

// Made anew for each request: only so can the policy name this request's scripts (see proxy.ts).
export const instant = false

export default async function Layout({ children }: { children: ReactNode }) {
  await connection()
  const language = await languageHere()
  return (
    <html lang={language.locale} dir={direction(language.locale)}>
      <body className="antialiased">
        <InLanguage {...language}>
          <GiveWords words={{ frame: deskWords(language.locale).frame }}>{children}</GiveWords>
        </InLanguage>
      </body>
    </html>
  )
}
