import type { ReactNode } from 'react'
import { Mark } from '../frame/logo'

/** The page in front of the desk: sign-in and welcome. */
export function SignInFrame({
  title,
  intro,
  children,
}: {
  title: string
  intro?: string
  children: ReactNode
}) {
  return (
    <main className="mx-auto grid min-h-dvh max-w-[26rem] content-center px-4 py-10">
      <p className="mb-5 text-center font-serif text-lg font-semibold">
        <a href="/" className="rounded-sm">
          <Mark />
        </a>
      </p>
      <div className="grid gap-5 rounded-lg border border-line bg-sheet p-6 sm:p-8">
        <header className="grid gap-1">
          <h1 className="font-serif text-2xl font-semibold">{title}</h1>
          {intro && <p className="text-sm text-soft">{intro}</p>}
        </header>
        {children}
      </div>
    </main>
  )
}
