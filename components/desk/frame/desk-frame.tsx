import type { ReactNode } from 'react'
import { LogOut } from 'lucide-react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { rich } from '@/components/ui/rich'
import { deskWords } from '@/lib/i18n/desk-words'
import type { Locale } from '@/lib/i18n/locales'
import { viewNames, type ViewName } from '@/lib/moderation/queue/views/types'
import type { StaffRole } from '@/lib/people/policy/powers'
import { DeskNav } from './desk-nav'
import { Palette } from './palette/palette'
import type { Place } from './places'
import { Mark } from './logo'

interface DeskFrameProps {
  locale: Locale
  person: { name: string; role: StaffRole }
  /** How many comments wait, for whom that is something to know. */
  pending?: number
  places: Place[]
  signOut: () => Promise<void>
  /** Has a proxy passed this request on, of which the settings say nothing? */
  proxyIsUnnoticed?: boolean
  children: ReactNode
}

const addressOfView = (view: ViewName) => `/desk/queue?status=${view}`

/** What is around every page of the desk. */
export function DeskFrame({
  locale,
  person,
  pending,
  places,
  signOut,
  proxyIsUnnoticed,
  children,
}: DeskFrameProps) {
  const { frame, queue, views } = deskWords(locale)
  const names: Record<ViewName, string> = { ...queue.states, ...views.names }
  return (
    <>
      <a
        href="#main"
        className="fixed start-2 -top-20 z-50 rounded-md bg-sheet px-3 py-2 text-sm shadow focus:top-2"
      >
        {frame.skip}
      </a>
      <header className="top-0 z-30 border-b border-line bg-paper/95 backdrop-blur sm:sticky">
        <div className="mx-auto flex max-w-6xl flex-wrap items-center gap-x-4 px-4">
          <a href="/" className="rounded-sm py-2.5 font-serif font-semibold">
            <Mark name={frame.site} />
          </a>
          <DeskNav pending={pending} places={places} />
          <div className="ms-auto flex items-center">
            <Palette
              places={places}
              views={
                pending === undefined
                  ? []
                  : viewNames.map((one) => ({ name: names[one], address: addressOfView(one) }))
              }
            />
            <form action={signOut} className="flex items-center gap-2 py-1.5 text-sm text-soft">
              <span className="max-w-28 truncate max-xl:sr-only">
                {rich(locale, frame.person, {
                  name: <bdi>{person.name}</bdi>,
                  role: frame.roles[person.role],
                })}
              </span>
              <Button type="submit" tone="quiet" size="small" title={frame.signOutHint}>
                <LogOut aria-hidden="true" className="rtl:-scale-x-100" />
                {frame.signOut}
              </Button>
            </form>
          </div>
        </div>
      </header>
      <main id="main" tabIndex={-1} className="mx-auto max-w-6xl px-4 pt-6 pb-24 outline-none">
        {proxyIsUnnoticed && (
          <Alert tone="warn" title={frame.proxy.title} className="mb-6 grid gap-1">
            <p>{frame.proxy.what}</p>
            <p>{frame.proxy.then}</p>
          </Alert>
        )}
        {children}
      </main>
    </>
  )
}
