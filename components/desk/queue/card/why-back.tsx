import { Button } from '@/components/ui/button'
import { useWords } from '../../language/words'
import { AlreadyMoved } from '../already-moved'
import type { Refusal } from '../outbox/outbox'

/** A decision that could not be made, said where its comment is here again. */
export function WhyBack({ refusal, dismiss }: { refusal: Refusal; dismiss: () => void }) {
  const { words, sentenceFor } = useWords('queue')
  return (
    <div
      role="alert"
      className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-md border border-line bg-bad-tint px-3 py-2 text-[0.8125rem]"
    >
      <p className="min-w-0 flex-1 [overflow-wrap:anywhere]">
        {refusal.kind === 'refused' ? sentenceFor(refusal.refusal) : <AlreadyMoved {...refusal} />}
      </p>
      <Button size="small" tone="quiet" onClick={dismiss}>
        {words.dismiss}
      </Button>
    </div>
  )
}
