import { Button } from '@/components/ui/button'
import { useWords } from '../../language/words'
import type { Outbox } from './outbox'

interface UnsentProps {
  box: Outbox
  hurry: () => void
}

/** Told only when the site cannot be reached: what was pressed is kept, and sent as soon as it can be. */
export function Unsent({ box: { waiting, failures }, hurry }: UnsentProps) {
  const { words, say } = useWords('queue')
  return (
    <div role="status" className="contents">
      {failures > 0 && waiting.length > 0 && (
        <p className="fixed inset-x-4 bottom-20 z-40 mx-auto flex w-fit max-w-xl flex-wrap items-center gap-3 rounded-md border border-line bg-sheet px-4 py-2 text-sm shadow-lg">
          {say(words.unsent, { count: waiting.length })}
          <Button size="small" onClick={hurry}>
            {words.tryNow}
          </Button>
        </p>
      )}
    </div>
  )
}
