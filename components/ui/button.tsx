import { cva, type VariantProps } from 'class-variance-authority'
import type { ComponentProps } from 'react'
import { cn } from './cn'

export const buttonLook = cva(
  'inline-flex items-center justify-center gap-1.5 rounded-md border text-sm font-medium whitespace-nowrap transition-colors disabled:opacity-55 disabled:cursor-not-allowed aria-disabled:opacity-55 [&_svg]:size-4 [&_svg]:shrink-0',
  {
    variants: {
      tone: {
        plain: 'border-edge/60 bg-sheet text-ink hover:bg-tint',
        main: 'border-rubric bg-rubric text-on-rubric hover:opacity-90',
        good: 'border-good/60 bg-good-tint text-good hover:border-good',
        quiet: 'border-transparent text-soft hover:bg-tint hover:text-ink',
        danger: 'border-edge/60 bg-sheet text-rubric hover:bg-bad-tint',
      },
      // For a thumb, 44 px.
      size: {
        normal: 'min-h-9 px-3 pointer-coarse:min-h-11',
        small: 'min-h-8 px-2.5 text-[0.8125rem] pointer-coarse:min-h-11',
        square: 'size-8 pointer-coarse:size-11',
      },
    },
    defaultVariants: { tone: 'plain', size: 'normal' },
  },
)

type ButtonProps = ComponentProps<'button'> & VariantProps<typeof buttonLook>

export function Button({ className, tone, size, type = 'button', ...rest }: ButtonProps) {
  return <button type={type} className={cn(buttonLook({ tone, size }), className)} {...rest} />
}
