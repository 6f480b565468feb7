'use client'

import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { useWords } from '../language/words'

/** What is shown when a page breaks, or what is around it: the database away, most likely. */
export function Broken({ reset }: { reset: () => void }) {
  const { broken } = useWords('frame').words
  return (
    <div className="mx-auto max-w-xl px-4 py-16">
      <Alert tone="bad" title={broken.title}>
        <p>{broken.text}</p>
        <Button className="mt-3" onClick={reset}>
          {broken.again}
        </Button>
      </Alert>
    </div>
  )
}
