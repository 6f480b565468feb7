import type { ReactNode } from 'react'
import { cn } from './cn'

const tones = {
  calm: 'border-calm/40 bg-calm-tint',
  good: 'border-good/40 bg-good-tint',
  warn: 'border-warn/40 bg-warn-tint',
  bad: 'border-rubric/50 bg-bad-tint',
}

interface AlertProps {
  tone: keyof typeof tones
  title?: string
  children?: ReactNode
  className?: string
  /** Read out at once when it appears. */
  urgent?: boolean
}

export function Alert({ tone, title, children, className, urgent }: AlertProps) {
  return (
    <div
      role={urgent ? 'alert' : undefined}
      className={cn('rounded-md border px-3.5 py-2.5 text-sm', tones[tone], className)}
    >
      {title && <p className="font-semibold">{title}</p>}
      {children}
    </div>
  )
}
