'use client'

import { Alert } from '@/components/ui/alert'
import { useWords } from '../language/words'

/** Said in the place of a page that the role of whoever asks does not open. */
export function Forbidden() {
  const { forbidden } = useWords('frame').words
  return (
    <div className="grid max-w-xl gap-4">
      <h1 className="font-serif text-2xl font-semibold">{forbidden.title}</h1>
      <Alert tone="warn">
        <p>{forbidden.text}</p>
      </Alert>
    </div>
  )
}
