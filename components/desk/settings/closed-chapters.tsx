'use client'

import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { Field, Select } from '@/components/ui/field'
import { sentenceFor } from '../error-messages'

export interface ChapterForComments {
  id: string
  title: string
  closed: boolean
}
export interface CloseState {
  said?: string
  refusal?: string
}
export type CloseAction = (before: CloseState, form: FormData) => Promise<CloseState>

/** Single chapters that take no more comments. */
export function ClosedChapters({
  chapters,
  action,
}: {
  chapters: ChapterForComments[]
  action: CloseAction
}) {
  const [state, act, pending] = useActionState(action, {})
  const closed = chapters.filter((chapter) => chapter.closed)
  return (
    <section className="grid gap-3 rounded-lg border border-line bg-sheet p-4">
      <h2 className="text-sm font-semibold">Chapters closed for comments</h2>
      {closed.length === 0 && <p className="text-[0.8125rem] text-soft">No chapter is closed by itself.</p>}
      <ul className="grid gap-2">
        {closed.map(({ id, title }) => (
          <li key={id}>
            <form action={act} className="flex flex-wrap items-center gap-3">
              <input type="hidden" name="chapterId" value={id} />
              <bdi>{title}</bdi>
              <Button type="submit" name="closed" value="no" disabled={pending}>
                Open
              </Button>
            </form>
          </li>
        ))}
      </ul>
      <form action={act} className="flex flex-wrap items-end gap-3">
        <Field id="chapterId" label="Chapter" className="min-w-0 grow">
          <Select id="chapterId" name="chapterId">
            {chapters
              .filter((chapter) => !chapter.closed)
              .map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
          </Select>
        </Field>
        <Button type="submit" name="closed" value="yes" disabled={pending}>
          Close for comments
        </Button>
      </form>
      <p role="status" className="text-[0.8125rem] text-soft">
        {state.refusal ? sentenceFor(state.refusal) : state.said}
      </p>
    </section>
  )
}
