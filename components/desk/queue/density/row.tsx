import { Badge } from '@/components/ui/badge'
import { LocalTime } from '@/components/ui/local-time'
import { recordWords, ruleName } from '@/lib/i18n/statements/words'
import type { QueuedComment } from '@/lib/moderation/queue/queries'
import { useName } from '../../language/use-name'
import { useWords } from '../../language/words'
import { Shown } from '../changing/shown'
import { LiveMark } from '../live/live'
import { SelectBox, type Choice } from '../card/select-box'

interface RowProps {
  comment: QueuedComment
  /** Is it here again, since a decision about it was refused? */
  isBack: boolean
  choice: Choice
}

/** A comment in two lines, where the list has a pane for the current one. */
export function Row({ comment, isBack, choice }: RowProps) {
  const { id, status, text, locale, sentAt, screening } = comment
  const { words, locale: own } = useWords('queue')
  const nameOf = useName()
  const spoke = screening
    .filter(({ verdict }) => verdict !== 'nothing')
    .map(({ rule }) => ruleName(own, rule))
  return (
    <div className="hidden min-w-0 items-center gap-2 px-2 py-0.5 lg:flex">
      <SelectBox id={id} {...choice} />
      <div className="min-w-0 flex-1 text-[0.8125rem] leading-5">
        <p className="flex items-baseline gap-2">
          <span className="min-w-0 flex-1 truncate font-semibold">
            <bdi>
              <Shown text={nameOf(comment.name)} disguises={comment.disguises} />
            </bdi>
          </span>
          {isBack && <Badge tone="bad">{words.density.back}</Badge>}
          <LiveMark id={id} status={status} />
          <span className="shrink-0 text-xs text-soft">
            <LocalTime at={sentAt} short />
          </span>
        </p>
        <p className="flex items-baseline gap-2 text-soft">
          <span lang={locale} dir="auto" className="min-w-0 flex-1 truncate text-start">
            {text.slice(0, longestLine)}
          </span>
          {spoke.length > 0 && (
            <span className="max-w-[45%] shrink-0 truncate text-xs">
              {spoke.join(recordWords(own).separator)}
            </span>
          )}
        </p>
      </div>
    </div>
  )
}

// More than a line of the list holds.
const longestLine = 120
