import { Button } from '@/components/ui/button'
import { useWords } from '../language/words'
import type { Deed } from './outcome'

/** A button that does something about somebody; their name is read out with it. */
export function Does({ deed, of }: { deed: Exclude<Deed, 'add'>; of: string }) {
  const { words, rich } = useWords('people')
  return (
    <Button
      type="submit"
      name="deed"
      value={deed}
      size="small"
      tone={deed === 'disable' || deed === 'remove' ? 'danger' : 'plain'}
    >
      <span>
        {rich(words.deeds[deed], { name: of, hidden: (inside) => <span className="sr-only">{inside}</span> })}
      </span>
    </Button>
  )
}
