import { useEffect, useRef, useState, useSyncExternalStore, type KeyboardEvent, type RefObject } from 'react'
import { commandOf, type Command } from './keys'
import type { Selection } from '../use-selection'

const place = 'desk queue keys'
const listeners = new Set<() => void>()
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

const isField = (target: EventTarget) =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && target.type !== 'checkbox' && target.type !== 'radio')

interface Tools {
  undo: () => void
  selection: Selection
}

/**
 * Moves and buttons by single letters, while the focus is in the list and the keys are switched on (they can be
 * switched off: WCAG 2.1.4). Also keeps the focus in the list when its comment has left it.
 */
export function useQueueKeys(
  list: RefObject<HTMLDivElement | null>,
  comments: readonly { id: string }[],
  { undo, selection }: Tools,
) {
  const areOn = useSyncExternalStore(
    subscribe,
    () => localStorage.getItem(place) !== 'off',
    () => true,
  )
  const [isHelpOpen, setHelp] = useState(false)
  const articles = () => [...(list.current?.querySelectorAll<HTMLElement>('article') ?? [])]
  const focus = (index: number) => {
    const target = articles()[Math.max(0, Math.min(index, articles().length - 1))]
    target?.focus()
    target?.scrollIntoView({ block: 'nearest' })
    return target?.dataset.comment
  }
  const current = () => articles().findIndex((article) => article.contains(document.activeElement))

  // Where the focus was, so that it goes to the comment behind it when this one is gone; not to one that came back
  // before it meanwhile.
  const at = useRef<string>(undefined)
  useEffect(() => {
    const node = list.current
    const note = () => (at.current = articles()[current()]?.dataset.comment ?? at.current)
    node?.addEventListener('focusin', note)
    return () => node?.removeEventListener('focusin', note)
  })
  const ids = comments.map(({ id }) => id).join(' ')
  const before = useRef(ids)
  const next = () => {
    const here = ids.split(' ')
    const there = before.current.split(' ')
    const from = there.indexOf(at.current ?? '')
    if (from < 0) return 0
    const behind = there.slice(from).find((id) => here.includes(id))
    return behind ? here.indexOf(behind) : here.length - 1
  }
  useEffect(() => {
    if (before.current === ids) return
    if (at.current && document.activeElement === document.body) focus(next())
    before.current = ids
  })

  const press = (where: HTMLElement | null | undefined, mark: 'data-key' | 'data-chosen-key', key: string) =>
    where?.querySelector<HTMLElement>(`[${mark}~="${CSS.escape(key)}"]`)?.click()

  const run = (command: Command) => {
    const article = articles()[current()]
    if (command.kind === 'undo') return undo()
    if (command.kind === 'help') return setHelp(true)
    if (command.kind === 'chosen') return press(list.current, 'data-chosen-key', command.key)
    if (command.kind === 'press') return press(article, 'data-key', command.key)
    if (command.kind === 'select')
      return void (article?.dataset.comment && selection.toggle(article.dataset.comment, command.range))
    if (command.kind === 'leave') return selection.none()
    const reached = focus(current() < 0 ? ids.split(' ').indexOf(at.current ?? '') : current() + command.by)
    if (command.select && reached) selection.toggle(reached, true)
  }

  // J and K also bring the focus into the list; undo and the list of keys need none.
  useEffect(() => {
    const enter = (event: globalThis.KeyboardEvent) => {
      const command = areOn && isIdle(event.target) ? commandOf(event) : undefined
      if (!command || !['move', 'undo', 'help'].includes(command.kind)) return
      event.preventDefault()
      run(command)
    }
    document.addEventListener('keydown', enter)
    return () => document.removeEventListener('keydown', enter)
  })

  const onKeyDown = (event: KeyboardEvent) => {
    if (!areOn || isField(event.target) || isInDialog(event.target)) return
    const command = commandOf(event)
    if (!command) return
    event.preventDefault()
    run(command)
  }

  const toggle = () => {
    localStorage.setItem(place, areOn ? 'off' : 'on')
    for (const listener of listeners) listener()
  }
  return { areOn, toggle, onKeyDown, isHelpOpen, setHelp }
}

const isInDialog = (target: EventTarget) => target instanceof Element && target.closest('dialog') !== null

// The focus is on nothing that does something with a letter, and not in the list, which has its own keys.
const isIdle = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  !target.closest('article, a, button, input, select, textarea, dialog, [contenteditable]')
