import { Badge, type Tone } from '@/components/ui/badge'
import type { EditionState } from '@/lib/chapters/rules'

export const looks: Record<EditionState, { name: string; tone: Tone }> = {
  draft: { name: 'Draft', tone: 'plain' },
  scheduled: { name: 'Scheduled', tone: 'calm' },
  published: { name: 'Published', tone: 'good' },
  withdrawn: { name: 'Withdrawn', tone: 'warn' },
}

export function StateBadges({ state, changed }: { state: EditionState; changed: boolean }) {
  return (
    <>
      <Badge tone={looks[state].tone}>{looks[state].name}</Badge>
      {changed && <Badge tone="warn">Changed since</Badge>}
    </>
  )
}
