import { useEffect, useRef, useSyncExternalStore, type KeyboardEvent, type RefObject } from 'react'
import type { QueuedComment } from '@/lib/moderation/queue/queries'

const place = 'desk queue keys'
const listeners = new Set<() => void>()
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

const isField = (target: EventTarget) =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement

/**
 * Moves and buttons by single letters, while the focus is in the list and the keys are switched on (they can
 * be switched off: WCAG 2.1.4). Also keeps the focus in the list when its comment has left it.
 */
export function useQueueKeys(list: RefObject<HTMLDivElement | null>, comments: QueuedComment[]) {
  const areOn = useSyncExternalStore(
    subscribe,
    () => localStorage.getItem(place) !== 'off',
    () => true,
  )
  const at = useRef(0)
  const articles = () => [...(list.current?.querySelectorAll<HTMLElement>('article') ?? [])]
  const focus = (index: number) => {
    const target = articles()[Math.max(0, Math.min(index, articles().length - 1))]
    target?.focus()
    target?.scrollIntoView({ block: 'nearest' })
  }
  const current = () => articles().findIndex((article) => article.contains(document.activeElement))

  // Where the focus was, so that it goes to the next comment when this one is gone.
  useEffect(() => {
    const node = list.current
    const note = () => {
      if (current() >= 0) at.current = current()
    }
    node?.addEventListener('focusin', note)
    return () => node?.removeEventListener('focusin', note)
  })
  const ids = comments.map(({ id }) => id).join(' ')
  const before = useRef(ids)
  useEffect(() => {
    if (before.current === ids) return
    before.current = ids
    if (document.activeElement === document.body) focus(at.current)
  })

  // J and K also bring the focus into the list.
  useEffect(() => {
    const enter = (event: globalThis.KeyboardEvent) => {
      if (areOn && isPlain(event) && 'jk'.includes(event.key) && isIdle(event.target)) focus(at.current)
    }
    document.addEventListener('keydown', enter)
    return () => document.removeEventListener('keydown', enter)
  })

  const onKeyDown = (event: KeyboardEvent) => {
    if (!areOn || !isPlain(event) || isField(event.target)) return
    if (event.key === 'j') focus(current() + 1)
    else if (event.key === 'k') focus(current() - 1)
    else {
      const where = event.key === 'u' ? list.current : articles()[current()]
      const button = where?.querySelector<HTMLButtonElement>(`button[data-key~="${CSS.escape(event.key)}"]`)
      if (!button) return
      button.click()
    }
    event.preventDefault()
  }

  const toggle = () => {
    localStorage.setItem(place, areOn ? 'off' : 'on')
    for (const listener of listeners) listener()
  }
  return { areOn, toggle, onKeyDown }
}

// The focus is on nothing that does something with a letter, and not in the list, which has its own keys.
const isIdle = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  !target.closest('article, a, button, input, select, textarea, [contenteditable]')

const isPlain = (event: { ctrlKey: boolean; metaKey: boolean; altKey: boolean }) =>
  !event.ctrlKey && !event.metaKey && !event.altKey
