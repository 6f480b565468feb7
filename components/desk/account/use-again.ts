'use client'

import { startTransition, useEffect, useRef, type SubmitEvent } from 'react'

const MOST_TIMES = 4

/**
 * Sends a form once more by itself when its answer says to wait. Whoever changes or sends it meanwhile is not
 * overtaken; and it ends after some times, so that a page that was left open does not ask for ever.
 */
export function useAgain(
  state: { seconds?: number },
  submit: (form: FormData) => void,
  forWhom: React.RefObject<HTMLFormElement | null>,
) {
  const sent = useRef<FormData>(undefined)
  const times = useRef(0)
  useEffect(() => {
    const form = sent.current
    if (state.seconds === undefined || !form || times.current >= MOST_TIMES) return
    restore(forWhom.current, form)
    const stop = () => clearTimeout(timer)
    const timer = setTimeout(
      () => {
        times.current++
        startTransition(() => submit(form))
      },
      state.seconds * 1_000 + 200,
    )
    forWhom.current?.addEventListener('input', stop)
    return stop
  }, [state, submit, forWhom])
  return (event: SubmitEvent<HTMLFormElement>) => {
    if (event.isTrusted) times.current = 0
    sent.current = new FormData(event.currentTarget)
  }
}

// React empties the fields of a form that has been answered.
function restore(form: HTMLFormElement | null, sent: FormData) {
  for (const field of form?.elements ?? [])
    if (field instanceof HTMLInputElement && field.type === 'password')
      field.value = String(sent.get(field.name) ?? '')
}
