import { cva, type VariantProps } from 'class-variance-authority'
import type { ReactNode } from 'react'

const look = cva(
  'inline-flex items-center gap-1 rounded-full px-2 py-px text-xs font-medium whitespace-nowrap',
  {
    variants: {
      tone: {
        plain: 'bg-tint text-soft',
        good: 'bg-good-tint text-good',
        warn: 'bg-warn-tint text-warn',
        bad: 'bg-bad-tint text-rubric',
        calm: 'bg-calm-tint text-calm',
      },
    },
    defaultVariants: { tone: 'plain' },
  },
)
export type Tone = NonNullable<VariantProps<typeof look>['tone']>

export const Badge = ({ tone, children }: { tone?: Tone; children: ReactNode }) => (
  <span className={look({ tone })}>{children}</span>
)
