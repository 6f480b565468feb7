import { Button } from '@/components/ui/button'
import type { QueuedComment } from '@/lib/moderation/queue/queries'
import { useWords } from '../language/words'
import { buttonName, buttonsFor } from './card/buttons'
import type { Status } from './outcome'
import type { Selection } from './use-selection'

interface BulkBarProps {
  comments: readonly QueuedComment[]
  selection: Selection
  decide: (comments: readonly QueuedComment[], becomes: Status | 'before') => void
}

/** What can be done with everything that is selected; it stays in sight. */
export function BulkBar({ comments, selection, decide }: BulkBarProps) {
  const { words, say } = useWords('queue')
  const { selected } = selection
  const of = comments.filter(({ id }) => selection.isSelected(id))
  // What can be done with all of them alike; where they stand apart, nothing can.
  const [status] = of.map((one) => one.status)
  const areAlike = of.every((one) => one.status === status)
  const areAll = selected.length === comments.length
  return (
    <div
      role="group"
      aria-label={words.selectedGroup}
      className="sticky top-0 z-20 flex flex-wrap items-center gap-2 rounded-lg border border-line bg-sheet/95 px-3 py-2 text-[0.8125rem] backdrop-blur sm:top-[2.8rem]"
    >
      <label className="flex min-h-8 items-center gap-2 pe-2">
        <input
          type="checkbox"
          className="size-4 accent-rubric"
          checked={areAll && selected.length > 0}
          ref={(box) => {
            if (box) box.indeterminate = selected.length > 0 && !areAll
          }}
          onChange={() => (areAll ? selection.none() : selection.all())}
        />
        <span>
          {selected.length === 0 ? words.selectAll : say(words.selected, { count: selected.length })}
        </span>
      </label>
      {status &&
        areAlike &&
        buttonsFor(status).map((button) => (
          <Button
            key={button.does}
            size="small"
            tone={button.tone}
            data-chosen-key={button.keys}
            onClick={() => decide(of, button.does === 'restore' ? 'before' : button.becomes)}
          >
            {button.does === 'restore' ? words.restore : buttonName(words, button)}
          </Button>
        ))}
    </div>
  )
}
