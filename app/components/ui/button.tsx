import { cva, type VariantProps } from 'class-variance-authority'
import { Slot } from 'radix-ui'
import type { ComponentProps } from 'react'
import { cn } from '../cn.ts'

const variants = cva(
  'inline-flex shrink-0 select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-md font-medium transition-[background-color,border-color,color,opacity] duration-150 ease-out disabled:cursor-not-allowed disabled:opacity-55 aria-busy:cursor-progress [&_svg]:size-4 [&_svg]:shrink-0',
  {
    variants: {
      variant: {
        primary: 'bg-accent text-accent-ink hover:bg-accent/90',
        secondary: 'border border-line bg-surface text-ink hover:border-line-strong hover:bg-hover',
        ghost: 'text-ink-2 hover:bg-hover hover:text-ink',
        danger: 'border border-line bg-surface text-bad hover:border-bad hover:bg-bad-soft',
      },
      size: {
        sm: 'h-7 px-2.5 text-xs',
        md: 'h-8 px-3 text-ui',
        lg: 'h-10 px-4 text-base',
        icon: 'size-8 text-ui',
      },
    },
    defaultVariants: { variant: 'secondary', size: 'md' },
  },
)

export interface ButtonProps extends ComponentProps<'button'>, VariantProps<typeof variants> {
  /** Give the look to the only child (a link, mostly). */
  asChild?: boolean
  /** Something is under way: the button stays, cannot be pressed again, and says so. */
  pending?: boolean
}

/** `size="icon"` needs an `aria-label`. */
export function Button({ className, variant, size, asChild, pending, disabled, type, ...props }: ButtonProps) {
  const classes = cn(variants({ variant, size }), className)
  if (asChild) return <Slot.Root className={classes} {...props} />
  return (
    <button
      type={type ?? 'button'}
      className={classes}
      disabled={disabled || pending}
      aria-busy={pending || undefined}
      {...props}
    />
  )
}
