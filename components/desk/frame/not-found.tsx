'use client'

import { useWords } from '../language/words'

/** Said in the place of what is not there, or not any more. */
export function DeskNotFound({ what = 'page' }: { what?: 'chapter' | 'page' }) {
  const { missing } = useWords('frame').words
  const isChapter = what === 'chapter'
  return (
    <section className="grid gap-2">
      <h1 className="font-serif text-2xl font-semibold">{missing.title}</h1>
      <p className="text-soft">{missing[what]}</p>
      <p>
        <a
          href={isChapter ? '/desk/chapters' : '/desk'}
          className="underline decoration-rubric underline-offset-4"
        >
          {isChapter ? missing.chapters : missing.overview}
        </a>
      </p>
    </section>
  )
}
