'use client'

import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { FindField } from '@/components/ui/find-field'
import type {
  ChapterForComments,
  ChaptersForComments,
} from '@/lib/comments/discussion/closed-chapters-queries'
import { useWords } from '../language/words'

export interface CloseState {
  said?: 'opened' | 'hasClosed'
  refusal?: string
}
export type CloseAction = (before: CloseState, form: FormData) => Promise<CloseState>

/** Single chapters that take no more comments. */
export function ClosedChapters({ chapters, action }: { chapters: ChaptersForComments; action: CloseAction }) {
  const [state, act, pending] = useActionState(action, {})
  const { words: settings, say, sentenceFor } = useWords('settings')
  const { words: frame } = useWords('frame')
  const said = settings.closed
  const { closed, hasMore, words, found } = chapters
  const rows = { act, pending }
  return (
    <section className="grid gap-3 rounded-lg border border-line bg-sheet p-4">
      <h2 className="text-sm font-semibold">{said.title}</h2>
      <FindField
        name="chapter"
        label={said.find}
        button={frame.find}
        hint={said.findHint}
        found={words ?? ''}
      />
      {words && found.length === 0 && <p className="text-[0.8125rem] text-soft">{said.noneFits}</p>}
      {found.length > 0 && <Rows label={said.found} chapters={found} {...rows} />}
      <p role="status" className="text-[0.8125rem] text-soft">
        {state.refusal ? sentenceFor(state.refusal) : state.said && said[state.said]}
      </p>
      {!words && closed.length === 0 && <p className="text-[0.8125rem] text-soft">{said.none}</p>}
      {!words && closed.length > 0 && <Rows label={said.closed} chapters={closed} {...rows} />}
      {!words && hasMore && (
        <p className="text-[0.8125rem] text-soft">{say(said.more, { count: closed.length })}</p>
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

function Rows({ label, chapters, act, pending }: RowsProps) {
  const said = useWords('settings').words.closed
  return (
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
              {closed ? said.open : said.close}
            </Button>
          </form>
        </li>
      ))}
    </ul>
  )
}
