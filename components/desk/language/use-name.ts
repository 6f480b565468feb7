'use client'

import { nameOf } from './name-of'
import { useWords } from './words'

/** What the desk calls a commenter, in the language of whoever looks. */
export function useName() {
  const { words } = useWords('frame')
  return (name: string) => nameOf(words, name)
}
