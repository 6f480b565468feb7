import { useRouter } from 'next/navigation'
import { startTransition, useCallback, useEffect, useRef, useSyncExternalStore } from 'react'
import type { QueuedComment } from '@/lib/moderation/queue/queries'
import { DecisionStore, type Kept, type SendPresses } from './decision-store'
import { emptyOutbox, type Press } from './outbox'
import type { Status } from '../outcome'

const place = 'desk decisions'
let here: { person: string; store: DecisionStore<QueuedComment> } | undefined

/** Of the tab and not of a view: presses go on while another view is opened. And of one person: nobody sends another's. */
function storeOf(person: string) {
  if (here?.person !== person) here = { person, store: new DecisionStore(keptFor(person)) }
  return here.store
}

function keptFor(person: string): Kept {
  try {
    const kept = JSON.parse(sessionStorage.getItem(place) ?? '{}') as { person?: string } & Partial<Kept>
    const isOwn = kept.person === person
    return { waiting: (isOwn && kept.waiting) || [], now: (isOwn && kept.now) || [] }
  } catch {
    return { waiting: [], now: [] }
  }
}

const keeper = (person: string) => (kept: Kept) => {
  try {
    if (kept.waiting.length + kept.now.length > 0)
      sessionStorage.setItem(place, JSON.stringify({ person, ...kept }))
    else sessionStorage.removeItem(place)
  } catch {
    // Without storage, the question before the page is left has to do.
  }
}

const nothing = () => emptyOutbox

// A list that does not come within this time, in milliseconds, is asked for again.
const patience = 10_000

interface View {
  /** Which one: another's comments are not shown in it. */
  view: string
  comments: QueuedComment[]
  /** Where all of them stand, if they do. */
  status?: Status
  /** Are there more behind those that are listed? */
  hasMore: boolean
  /** Who decides. */
  person: string
}

/**
 * The comments of a view as they stand by what was pressed, and the store that presses go to. The list is read anew
 * when all has been answered, or when few are left to decide about.
 */
export function useDecisions({ view, comments, status, hasMore, person }: View, send: SendPresses) {
  const router = useRouter()
  const subscribe = useCallback((listener: () => void) => storeOf(person).subscribe(listener), [person])
  const snapshot = useCallback(() => storeOf(person).snapshot(), [person])
  const box = useSyncExternalStore(subscribe, snapshot, nothing)

  useEffect(() => {
    const store = storeOf(person)
    const later = (milliseconds: number, again: () => void) => void setTimeout(again, milliseconds)
    store.connect({ send, later, keep: keeper(person) })
    const hurry = () => store.hurry()
    window.addEventListener('online', hurry)
    return () => window.removeEventListener('online', hurry)
  }, [send, person])

  // What had been answered when the list was asked for: the list that comes knows of it.
  const asked = useRef<{ settled: ReadonlySet<string>; at: number } | undefined>(undefined)
  useEffect(() => {
    storeOf(person).know(view, comments)
    if (asked.current) storeOf(person).refreshed(asked.current.settled)
    asked.current = undefined
  }, [view, comments, person])

  // On the server, and while the page becomes alive, there is what was listed.
  const shown = box === emptyOutbox ? comments : storeOf(person).shown(comments, status)
  const isQuiet = box.waiting.length === 0
  const isShort = hasMore && shown.length <= comments.length / 2
  const isStale = box.now.size > 0
  useEffect(() => {
    if (!isStale || !(isQuiet || isShort)) return
    const readAnew = () => {
      if (asked.current && Date.now() - asked.current.at < patience) return
      asked.current = { settled: storeOf(person).settled(), at: Date.now() }
      startTransition(() => router.refresh())
    }
    const soon = setTimeout(readAnew, isShort ? 0 : 400)
    return () => clearTimeout(soon)
  }, [isStale, isQuiet, isShort, box, router, person])

  // Presses that are not sent yet outlive a reload, but not the end of the tab.
  useEffect(() => {
    if (isQuiet) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isQuiet])

  // Whose session is over is led to the sign-in, as by every other click.
  const isOut = [...box.refused.values()].some(
    (refusal) => refusal.kind === 'refused' && refusal.refusal === 'not-signed-in',
  )
  useEffect(() => {
    if (isOut) router.refresh()
  }, [isOut, router])

  return {
    box,
    shown,
    press: (presses: readonly Press[]) => storeOf(person).press(presses),
    takeBack: () => storeOf(person).takeBack(),
    dismiss: (commentId: string) => storeOf(person).dismiss(commentId),
    dismissAll: () => storeOf(person).dismissAll(),
    hurry: () => storeOf(person).hurry(),
  }
}
