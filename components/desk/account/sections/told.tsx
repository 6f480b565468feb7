import { Alert } from '@/components/ui/alert'
import { useWords } from '../../language/words'
import type { SectionState } from './own-state'

/** What came of a form, above it; what was done is read out without haste, what was refused at once. */
export function Told({ state, done }: { state: SectionState; done: string }) {
  const { sentenceFor } = useWords('own')
  return (
    <>
      {state.refusal && (
        <Alert tone="bad" urgent>
          {sentenceFor(state.refusal)}
        </Alert>
      )}
      <div role="status" className="empty:hidden">
        {done && <Alert tone="good">{done}</Alert>}
      </div>
    </>
  )
}
