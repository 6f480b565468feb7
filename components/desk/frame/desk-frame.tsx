import type { ReactNode } from 'react'
import { LogOut } from 'lucide-react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { deskWords } from '@/lib/i18n/desk-words'
import { DeskNav } from './desk-nav'
import { Mark } from './logo'

const { proxy } = deskWords

interface DeskFrameProps {
  person: { name: string; role: string }
  pending: number
  managesPeople: boolean
  signOut: () => Promise<void>
  /** Has a proxy passed this request on, of which the settings say nothing? */
  proxyIsUnnoticed?: boolean
  children: ReactNode
}

/** What is around every page of the desk. */
export function DeskFrame({
  person,
  pending,
  managesPeople,
  signOut,
  proxyIsUnnoticed,
  children,
}: DeskFrameProps) {
  return (
    <>
      <a
        href="#main"
        className="fixed start-2 -top-20 z-50 rounded-md bg-sheet px-3 py-2 text-sm shadow focus:top-2"
      >
        Skip to the content
      </a>
      <header className="top-0 z-30 border-b border-line bg-paper/95 backdrop-blur sm:sticky">
        <div className="mx-auto flex max-w-6xl flex-wrap items-center gap-x-5 px-4">
          <a href="/" className="rounded-sm py-2.5 font-serif font-semibold">
            <Mark />
          </a>
          <DeskNav pending={pending} managesPeople={managesPeople} />
          <form action={signOut} className="ms-auto flex items-center gap-2 py-1.5 text-sm text-soft">
            <span className="max-sm:sr-only">
              <bdi>{person.name}</bdi>, {person.role}
            </span>
            <Button type="submit" tone="quiet" size="small" title="Ends your session on all devices">
              <LogOut aria-hidden="true" />
              Sign out
            </Button>
          </form>
        </div>
      </header>
      <main id="main" tabIndex={-1} className="mx-auto max-w-6xl px-4 pt-6 pb-24 outline-none">
        {proxyIsUnnoticed && (
          <Alert tone="warn" title={proxy.title} className="mb-6 grid gap-1">
            <p>{proxy.what}</p>
            <p>{proxy.then}</p>
          </Alert>
        )}
        {children}
      </main>
    </>
  )
}
