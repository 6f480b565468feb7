import { Button } from '@/components/ui/button'
import type { Outbox } from './outbox'

/** Told only when the site cannot be reached: what was pressed is kept, and sent as soon as it can be. */
export function Unsent({ box: { waiting, failures }, hurry }: { box: Outbox; hurry: () => void }) {
  const many = waiting.length
  return (
    <div role="status" className="contents">
      {failures > 0 && many > 0 && (
        <p className="fixed inset-x-4 bottom-20 z-40 mx-auto flex w-fit max-w-xl flex-wrap items-center gap-3 rounded-md border border-line bg-sheet px-4 py-2 text-sm shadow-lg">
          The site cannot be reached. {many === 1 ? 'One decision is' : `${many} decisions are`} kept in this
          tab and sent as soon as it can be.
          <Button size="small" onClick={hurry}>
            Try now
          </Button>
        </p>
      )}
    </div>
  )
}
