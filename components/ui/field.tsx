import type { ComponentProps, ReactNode } from 'react'
import { cn } from './cn'

interface FieldProps {
  id: string
  label: string
  hint?: ReactNode
  problem?: string
  children: ReactNode
  className?: string
}

/** A label, its control, and below it a hint or what is wrong; `described(id, …)` ties them together. */
export function Field({ id, label, hint, problem, children, className }: FieldProps) {
  return (
    <div className={cn('grid content-start gap-1.5', className)}>
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      {children}
      {hint && !problem && (
        <p id={`${id}-hint`} className="text-[0.8125rem] text-soft">
          {hint}
        </p>
      )}
      {problem && (
        <p id={`${id}-problem`} className="text-[0.8125rem] font-medium text-rubric">
          {problem}
        </p>
      )}
    </div>
  )
}

export const described = (id: string, problem: string | undefined, hint = false) => ({
  id,
  'aria-invalid': problem ? true : undefined,
  'aria-describedby': problem ? `${id}-problem` : hint ? `${id}-hint` : undefined,
})

const look =
  'w-full min-w-0 rounded-md border border-edge bg-sheet px-3 text-base sm:text-sm text-ink placeholder:text-soft/80 aria-invalid:border-rubric disabled:bg-tint disabled:text-soft'

export const Input = ({ className, ...rest }: ComponentProps<'input'>) => (
  <input className={cn(look, 'h-9', className)} {...rest} />
)

export const Textarea = ({ className, ...rest }: ComponentProps<'textarea'>) => (
  <textarea className={cn(look, 'min-h-20 py-2', className)} {...rest} />
)

export const Select = ({ className, ...rest }: ComponentProps<'select'>) => (
  <select className={cn(look, 'h-9', className)} {...rest} />
)
