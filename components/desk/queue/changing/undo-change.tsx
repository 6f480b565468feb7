'use client'

import { useActionState, type ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { useWords } from '../../language/words'
import { ChangedSince, MovedSince } from './since'
import type { EditAction, MoveAction, Since } from './state'

interface UndoState {
  done?: string
  refusal?: string
  since?: Since
}

interface UndoProps<State> {
  name: string
  /** What is taken back, as its form names it. */
  of: { editId: string } | { moveId: string }
  action: (before: State, form: FormData) => Promise<State>
  why: (refusal: string, since?: Since) => ReactNode
}

/** Takes the last edit back, from the history. */
export function UndoEdit({ editId, ...undo }: { name: string; editId: string; action: EditAction }) {
  const { sentenceFor } = useWords('queue')
  const why = (refusal: string, since?: Since) =>
    since ? <ChangedSince since={since} /> : sentenceFor(refusal)
  return <Undo {...undo} of={{ editId }} why={why} />
}

/** Takes the last move back. */
export const UndoMove = ({ moveId, ...undo }: { name: string; moveId: string; action: MoveAction }) => (
  <Undo {...undo} of={{ moveId }} why={(refusal, since) => <MovedSince refusal={refusal} since={since} />} />
)

function Undo<State extends UndoState>({ name, of, action, why }: UndoProps<State>) {
  const [state, act, isPending] = useActionState(action, {} as Awaited<State>)
  const { words } = useWords('queue')
  const { refusal, since, done } = state
  return (
    <form action={act} className="flex flex-wrap items-center gap-3 text-[0.8125rem]">
      <input type="hidden" name="deed" value="undo" />
      {Object.entries(of).map(([field, id]) => (
        <input key={field} type="hidden" name={field} value={id} />
      ))}
      <Button type="submit" size="small" disabled={isPending}>
        {name}
      </Button>
      <span role="status" className="text-soft">
        {refusal && why(refusal, since)}
        {done && words.changing.undone}
      </span>
    </form>
  )
}
