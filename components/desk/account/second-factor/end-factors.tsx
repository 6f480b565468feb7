import { useWords } from '../../language/words'

/** On the page of a link that was printed on the site's own machine: what else is asked of its holder can end with it. */
export function EndFactors() {
  const { link } = useWords('secondFactor').words
  return (
    <div className="grid gap-1">
      <label className="flex min-h-11 items-center gap-2.5 text-sm font-medium">
        <input
          type="checkbox"
          name="factors"
          value="off"
          aria-describedby="factors-hint"
          className="size-4.5 shrink-0 accent-rubric"
        />
        {link.end}
      </label>
      <p id="factors-hint" className="text-[0.8125rem] text-soft">
        {link.endHint}
      </p>
    </div>
  )
}
