import { Badge, type Tone } from '@/components/ui/badge'
import type { EditionState } from '@/lib/chapters/rules'
import type { DeskWords } from '../language/words'

const tones: Record<EditionState, Tone> = {
  draft: 'plain',
  scheduled: 'calm',
  published: 'good',
  withdrawn: 'warn',
}

interface StateBadgesProps {
  words: Pick<DeskWords['chapters'], 'states' | 'changed'>
  state: EditionState
  changed: boolean
}

export function StateBadges({ words, state, changed }: StateBadgesProps) {
  return (
    <>
      <Badge tone={tones[state]}>{words.states[state]}</Badge>
      {changed && <Badge tone="warn">{words.changed}</Badge>}
    </>
  )
}
