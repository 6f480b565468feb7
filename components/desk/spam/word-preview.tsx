'use client'

import { LocalTime } from '@/components/ui/local-time'
import type { WordPreview as Preview } from '@/lib/moderation/words/queries'
import { useName } from '../language/use-name'
import { useWords } from '../language/words'

/** Which approved comments a line would have caught. */
export function WordPreviewPanel({ preview: { line, looked, caught, samples } }: { preview: Preview }) {
  const { words: spam, rich } = useWords('spam')
  const { words } = spam
  const nameOf = useName()
  return (
    <div role="status" className="grid gap-2 text-[0.8125rem]">
      <p>{rich(words.caught, { line: <bdi className="font-medium">{line}</bdi>, caught, looked })}</p>
      {samples.length > 0 && (
        <ul className="grid gap-1 text-soft">
          {samples.map(({ id, name, sentAt, field, excerpt }) => (
            <li key={id} className="[overflow-wrap:anywhere]">
              {rich(words.sample, {
                name: <bdi className="text-ink">{nameOf(name)}</bdi>,
                time: <LocalTime at={sentAt} />,
                field: words.fields[field as keyof typeof words.fields] ?? field,
                excerpt: <bdi>{excerpt}</bdi>,
              })}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
