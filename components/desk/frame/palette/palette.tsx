'use client'

import { Command } from 'lucide-react'
import { lazy, Suspense, useEffect, useEffectEvent, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { useWords } from '../../language/words'
import type { Place } from '../places'
import { deedsHere, type Deed } from './deeds'

export interface PaletteProps {
  places: Place[]
  /** The views of the queue, for who decides there. */
  views: { name: string; address: string }[]
}

// Most days nobody opens it: what it is made of is loaded then.
const PaletteDialog = lazy(() => import('./palette-dialog'))

/** Everything that can be reached or done from here, by typing: Ctrl or Cmd with K, or its button. */
export function Palette(props: PaletteProps) {
  const { words } = useWords('frame')
  const [deeds, setDeeds] = useState<Deed[]>()
  const [typed, setTyped] = useState('')
  const from = useRef<Element>(null)
  const open = () => {
    from.current = document.activeElement
    setTyped('')
    setDeeds(deedsHere())
  }
  const close = () => {
    setDeeds(undefined)
    // Once the dialog is gone, which gives the focus to a button that opened it, or to nothing.
    setTimeout(() => from.current instanceof HTMLElement && from.current.focus())
  }
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!isPaletteKey(event) || document.querySelector('dialog[open]')) return
    event.preventDefault()
    if (deeds) close()
    else open()
  })
  useEffect(() => {
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  // Until the dialog is there and has the focus: letters that are meant for it decide about no comment.
  const onEarlyKey = useEffectEvent((event: KeyboardEvent) => {
    if (isPaletteKey(event) || isInDialog(event.target)) return
    event.preventDefault()
    event.stopImmediatePropagation()
    if (event.key in closing) close()
    const isLetter = [...event.key].length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey
    if (isLetter) setTyped((before) => before + event.key)
  })
  const isOpen = deeds !== undefined
  useEffect(() => {
    if (!isOpen) return
    window.addEventListener('keydown', onEarlyKey, true)
    return () => window.removeEventListener('keydown', onEarlyKey, true)
  }, [isOpen])
  return (
    <>
      <Button
        tone="quiet"
        size="small"
        title={words.palette.hint}
        aria-haspopup="dialog"
        className="noscript:hidden"
        onClick={open}
      >
        <Command aria-hidden="true" />
        <span className="sr-only">{words.palette.title}</span>
      </Button>
      {deeds && (
        <Suspense>
          <PaletteDialog {...props} deeds={deeds} typed={typed} onType={setTyped} close={close} />
        </Suspense>
      )}
    </>
  )
}

const closing = { Escape: true }

const isInDialog = (target: EventTarget | null) =>
  target instanceof Element && target.closest('[role=dialog]') !== null

/** By its place where the key gives no Latin letter, as the keys of the queue. In a field it is the field's. */
const isPaletteKey = ({ key, code, ctrlKey, metaKey, altKey, shiftKey, target }: KeyboardEvent) =>
  ctrlKey !== metaKey &&
  !altKey &&
  !shiftKey &&
  (key.toLowerCase() === 'k' || (code === 'KeyK' && /^\P{ASCII}$/u.test(key))) &&
  !(target instanceof HTMLElement && target.closest('[contenteditable]'))
