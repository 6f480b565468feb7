'use client'

import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { LocalTime } from '@/components/ui/local-time'
import { useWords } from '../../language/words'
import { ChangedSince } from './edit-form'
import type { EditAction, MoveAction } from './state'

interface UndoProps {
  name: string
}

/** Takes the last edit back, from the history. */
export function UndoEdit({ name, editId, action }: UndoProps & { editId: string; action: EditAction }) {
  const [state, act, isPending] = useActionState(action, {})
  const { words, sentenceFor } = useWords('queue')
  const { refusal, since, done } = state
  return (
    <form action={act} className="flex flex-wrap items-center gap-3 text-[0.8125rem]">
      <input type="hidden" name="deed" value="undo" />
      <input type="hidden" name="editId" value={editId} />
      <Button type="submit" size="small" disabled={isPending}>
        {name}
      </Button>
      <span role="status" className="text-soft">
        {refusal && (since ? <ChangedSince since={since} /> : sentenceFor(refusal))}
        {done && words.changing.undone}
      </span>
    </form>
  )
}

/** Takes the last move back. */
export function UndoMove({ name, moveId, action }: UndoProps & { moveId: string; action: MoveAction }) {
  const [state, act, isPending] = useActionState(action, {})
  const { words, rich, sentenceFor } = useWords('queue')
  const { refusal, since, done } = state
  return (
    <form action={act} className="flex flex-wrap items-center gap-3 text-[0.8125rem]">
      <input type="hidden" name="deed" value="undo" />
      <input type="hidden" name="moveId" value={moveId} />
      <Button type="submit" size="small" disabled={isPending}>
        {name}
      </Button>
      <span role="status" className="text-soft">
        {refusal &&
          (since?.by
            ? rich(words.changing.movedSince, {
                who: <bdi>{since.by}</bdi>,
                time: since.at ? <LocalTime at={since.at} short /> : '',
              })
            : sentenceFor(refusal))}
        {done && words.changing.undone}
      </span>
    </form>
  )
}
