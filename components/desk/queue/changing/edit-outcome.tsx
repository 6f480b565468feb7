import { Button } from '@/components/ui/button'
import { useWords } from '../../language/words'
import { ChangedSince } from './since'
import type { EditState } from './state'

interface EditOutcomeProps {
  state: EditState
  undo: (form: FormData) => void
  isPending: boolean
}

/** What came of an edit, with the way back. */
export function EditOutcome({ state, undo, isPending }: EditOutcomeProps) {
  const { words: queue, sentenceFor } = useWords('queue')
  const words = queue.changing
  const { done, editId, refusal, since, typed } = state
  // What was refused and can be tried again is told in its form.
  const isTold = refusal !== undefined && typed === undefined
  return (
    <div role="status" className="text-[0.8125rem]">
      {isTold && (since ? <ChangedSince since={since} /> : sentenceFor(refusal))}
      {done && (
        <form action={undo} className="flex flex-wrap items-center gap-3">
          <input type="hidden" name="deed" value="undo" />
          <input type="hidden" name="editId" value={editId ?? ''} />
          <span>{done === 'saved' ? words.editedOnce : words.undone}</span>
          {done === 'saved' && editId && (
            <Button type="submit" size="small" disabled={isPending}>
              {words.undo}
            </Button>
          )}
        </form>
      )}
    </div>
  )
}
