'use client'

import { usePathname, useRouter, useSearchParams } from 'next/navigation'
import {
  useEffect,
  useEffectEvent,
  useRef,
  useTransition,
  type CompositionEvent,
  type ChangeEvent,
} from 'react'
import { Button } from './button'
import { described, Input } from './field'

interface FindFieldProps {
  /** The parameter of the address that says what is looked for. */
  name: string
  label: string
  /** What its button says. */
  button: string
  hint?: string
  /** What was looked for. */
  found: string
}

// Long enough that a word is looked for, and not each of its letters.
const pauseMs = 200

/** Looks for what the page lists, while it is typed; without scripts by its button. The page says how it reads `name`. */
export function FindField({ name, label, button, hint, found }: FindFieldProps) {
  const { replace: goTo } = useRouter()
  const [path, params] = [usePathname(), useSearchParams()]
  const [isLooking, look] = useTransition()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])

  const lookFor = (words: string) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      const next = new URLSearchParams(params)
      if (words.trim()) next.set(name, words)
      else next.delete(name)
      // A place in the list that was looked at before.
      next.delete('after')
      look(() => goTo(next.size > 0 ? `${path}?${next}` : path, { scroll: false }))
    }, pauseMs)
  }
  // What was typed before scripts were there is looked for, too.
  const form = useRef<HTMLFormElement>(null)
  const begin = useEffectEvent(() => {
    const typed = form.current?.querySelector<HTMLInputElement>(`input[name="${name}"]`)?.value ?? found
    if (typed !== found) lookFor(typed)
  })
  useEffect(() => begin(), [])

  // Half a word of an input method is nobody's wish yet.
  const change = (event: ChangeEvent<HTMLInputElement>) => {
    if (!(event.nativeEvent as InputEvent).isComposing) lookFor(event.target.value)
  }
  const composed = (event: CompositionEvent<HTMLInputElement>) => lookFor(event.currentTarget.value)
  return (
    <form ref={form} method="get" className="grid gap-1.5" role="search" aria-busy={isLooking}>
      {[...params].map(([other, value]) =>
        other === name || other === 'after' ? null : (
          <input key={other} type="hidden" name={other} value={value} />
        ),
      )}
      <label htmlFor={`find-${name}`} className="text-sm font-medium">
        {label}
      </label>
      <div className="flex gap-3">
        <Input
          {...described(`find-${name}`, undefined, Boolean(hint))}
          name={name}
          type="search"
          dir="auto"
          autoComplete="off"
          maxLength={200}
          defaultValue={found}
          onChange={change}
          onCompositionEnd={composed}
        />
        <Button type="submit">{button}</Button>
      </div>
      {hint && (
        <p id={`find-${name}-hint`} className="text-[0.8125rem] text-soft">
          {hint}
        </p>
      )}
    </form>
  )
}
