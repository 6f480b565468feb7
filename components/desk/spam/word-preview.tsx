import { LocalTime } from '@/components/ui/local-time'
import { nameOf } from '../queue/card/name-of'
import type { WordPreview as Preview } from '@/lib/moderation/words/queries'

/** Which approved comments a line would have caught. */
export function WordPreviewPanel({ preview: { line, looked, caught, samples } }: { preview: Preview }) {
  return (
    <div role="status" className="grid gap-2 text-[0.8125rem]">
      <p>
        <bdi className="font-medium">{line}</bdi> would have caught {caught} of the last {looked} approved
        comments.
      </p>
      {samples.length > 0 && (
        <ul className="grid gap-1 text-soft">
          {samples.map(({ id, name, sentAt, field, excerpt }) => (
            <li key={id} className="[overflow-wrap:anywhere]">
              <bdi className="text-ink">{nameOf(name)}</bdi>, <LocalTime at={sentAt} />, in the {field}:{' '}
              <bdi>{excerpt}</bdi>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
