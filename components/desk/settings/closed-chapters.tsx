'use client'

import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { FindField } from '@/components/ui/find-field'
import type {
  ChapterForComments,
  ChaptersForComments,
} from '@/lib/comments/discussion/closed-chapters-queries'
import { sentenceFor } from '../error-messages'

export interface CloseState {
  said?: string
  refusal?: string
}
export type CloseAction = (before: CloseState, form: FormData) => Promise<CloseState>

/** Single chapters that take no more comments. */
export function ClosedChapters({ chapters, action }: { chapters: ChaptersForComments; action: CloseAction }) {
  const [state, act, pending] = useActionState(action, {})
  const { closed, hasMore, words, found } = chapters
  const rows = { act, pending }
  return (
    <section className="grid gap-3 rounded-lg border border-line bg-sheet p-4">
      <h2 className="text-sm font-semibold">Chapters closed for comments</h2>
      <FindField
        name="chapter"
        label="Chapter"
        hint="Words of its title or of its series. Choose it below."
        found={words ?? ''}
      />
      {words && found.length === 0 && <p className="text-[0.8125rem] text-soft">No chapter fits.</p>}
      {found.length > 0 && <Rows label="Chapters that fit" chapters={found} {...rows} />}
      <p role="status" className="text-[0.8125rem] text-soft">
        {state.refusal ? sentenceFor(state.refusal) : state.said}
      </p>
      {!words && closed.length === 0 && (
        <p className="text-[0.8125rem] text-soft">No chapter is closed by itself.</p>
      )}
      {!words && closed.length > 0 && <Rows label="Closed chapters" chapters={closed} {...rows} />}
      {!words && hasMore && (
        <p className="text-[0.8125rem] text-soft">
          These are the newest {closed.length}; more are closed. Find one above to open it.
        </p>
      )}
    </section>
  )
}

interface RowsProps {
  label: string
  chapters: ChapterForComments[]
  act: (form: FormData) => void
  pending: boolean
}

const Rows = ({ label, chapters, act, pending }: RowsProps) => (
  <ul aria-label={label} className="grid gap-2">
    {chapters.map(({ id, title, closed }) => (
      <li key={id}>
        <form action={act} className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
          <input type="hidden" name="chapterId" value={id} />
          <bdi className="min-w-0 wrap-anywhere" id={`chapter-${id}`}>
            {title}
          </bdi>
          <Button
            type="submit"
            name="closed"
            value={closed ? 'no' : 'yes'}
            disabled={pending}
            aria-describedby={`chapter-${id}`}
          >
            {closed ? 'Open' : 'Close for comments'}
          </Button>
        </form>
      </li>
    ))}
  </ul>
)
