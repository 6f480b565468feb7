import { Button } from '@/components/ui/button'
import { useWords } from '../../language/words'

interface CameBackProps {
  /** How many comments are here again, each with its reason. */
  count: number
  dismiss: () => void
}

/** Several decisions could not be made: how many, and one button to have read them all. */
export function CameBack({ count, dismiss }: CameBackProps) {
  const { words, say } = useWords('queue')
  return (
    <div role="status">
      {count > 1 && (
        <p className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-md border border-line bg-bad-tint px-3 py-2 text-[0.8125rem]">
          <span className="min-w-0 flex-1">{say(words.cameBack, { count })}</span>
          <Button size="small" tone="quiet" onClick={dismiss}>
            {words.dismissAll}
          </Button>
        </p>
      )}
    </div>
  )
}
