import type { ReactNode } from 'react'

/** A message with markup in place of its `{name}`. */
export function Sentence({ text, name, children }: { text: string; name: string; children: ReactNode }) {
  const [before, after] = text.split(`{${name}}`)
  return (
    <>
      {before}
      {children}
      {after}
    </>
  )
}
