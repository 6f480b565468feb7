import type { ReactNode } from 'react'
import { deskWords } from '@/lib/i18n/desk-words'
import type { Locale } from '@/lib/i18n/locales'
import { Mark } from '../frame/logo'
import { GiveWords } from '../language/words'
import { LanguageLinks } from './language-links'

interface SignInFrameProps {
  locale: Locale
  title: string
  intro?: string
  children: ReactNode
}

/** The page in front of the desk: sign-in and welcome. */
export function SignInFrame({ locale, title, intro, children }: SignInFrameProps) {
  const { account, frame, problems, secondFactor } = deskWords(locale)
  return (
    <GiveWords words={{ account, problems, secondFactor }}>
      <main className="mx-auto grid min-h-dvh max-w-[26rem] content-center px-4 py-10">
        <p className="mb-5 text-center font-serif text-lg font-semibold">
          <a href="/" className="rounded-sm">
            <Mark name={frame.site} />
          </a>
        </p>
        <div className="grid gap-5 rounded-lg border border-line bg-sheet p-6 sm:p-8">
          <header className="grid gap-1">
            <h1 className="font-serif text-2xl font-semibold">{title}</h1>
            {intro && <p className="text-sm text-soft">{intro}</p>}
          </header>
          {children}
        </div>
        <LanguageLinks label={account.languages} locale={locale} />
      </main>
    </GiveWords>
  )
}
