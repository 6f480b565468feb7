'use client'

import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'

/** What is shown when a page breaks: the database away, most likely. */
export default function DeskError({ reset }: { reset: () => void }) {
  return (
    <div className="mx-auto max-w-xl px-4 py-16">
      <Alert tone="bad" title="This page could not be shown">
        <p>The site could not read what it needs. It may be back in a moment.</p>
        <Button className="mt-3" onClick={reset}>
          Try again
        </Button>
      </Alert>
    </div>
  )
}
