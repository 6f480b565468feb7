import { useWords } from '../../language/words'

export interface Choice {
  isSelected: boolean
  /** `range`: everything from the last one that was touched. */
  select: (range: boolean) => void
}

/** Chooses a comment for what is done with several. The target is larger than its box (WCAG 2.5.8). */
export function SelectBox({ id, isSelected, select }: Choice & { id: string }) {
  const { words } = useWords('queue')
  return (
    <label className="-m-1.5 grid size-8 shrink-0 pointer-coarse:-m-3 pointer-coarse:size-11 place-items-center">
      <input
        type="checkbox"
        aria-label={words.select}
        aria-describedby={`author-${id}`}
        checked={isSelected}
        onChange={(event) => select((event.nativeEvent as MouseEvent).shiftKey === true)}
        className="size-4 accent-rubric"
      />
    </label>
  )
}
