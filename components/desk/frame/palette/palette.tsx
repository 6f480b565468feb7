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
  const from = useRef<Element>(null)
  const open = () => {
    from.current = document.activeElement
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
        <span className="max-lg:sr-only">{words.palette.title}</span>
      </Button>
      {deeds && (
        <Suspense>
          <PaletteDialog {...props} deeds={deeds} close={close} />
        </Suspense>
      )}
    </>
  )
}

/** By its place where the key gives no Latin letter, as the keys of the queue. In a field it is the field's. */
const isPaletteKey = ({ key, code, ctrlKey, metaKey, altKey, shiftKey, target }: KeyboardEvent) =>
  ctrlKey !== metaKey &&
  !altKey &&
  !shiftKey &&
  (key.toLowerCase() === 'k' || (code === 'KeyK' && /^\P{ASCII}$/u.test(key))) &&
  !(target instanceof HTMLElement && target.closest('[contenteditable]'))
