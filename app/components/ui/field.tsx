import { type ComponentProps, type ReactNode, useId } from 'react'
import { cn } from '../cn.ts'

interface Labelled {
  label: ReactNode
  /** Said under the control, always. */
  hint?: ReactNode
  /** Said under the control instead of the hint; marks it invalid. */
  error?: string | null
}

const control =
  'w-full rounded-md border border-line-strong/70 bg-surface px-2.5 text-ui text-ink placeholder:text-ink-3 transition-colors duration-150 hover:border-line-strong aria-invalid:border-bad disabled:opacity-60'

function Frame({ id, label, hint, error, children }: Labelled & { id: string; children: ReactNode }) {
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="font-medium text-ink text-ui">
        {label}
      </label>
      {children}
      {error ? (
        <p id={`${id}-note`} className="text-bad text-xs">
          {error}
        </p>
      ) : hint ? (
        <p id={`${id}-note`} className="text-ink-3 text-xs">
          {hint}
        </p>
      ) : null}
    </div>
  )
}

const noteOf = (id: string, { hint, error }: Pick<Labelled, 'hint' | 'error'>) => ({
  'aria-describedby': hint || error ? `${id}-note` : undefined,
  'aria-invalid': error ? true : undefined,
})

export function TextField({ label, hint, error, className, ...props }: Labelled & ComponentProps<'input'>) {
  const generated = useId()
  const id = props.id ?? generated
  return (
    <Frame id={id} label={label} hint={hint} error={error}>
      <input {...props} {...noteOf(id, { hint, error })} id={id} className={cn(control, 'h-9', className)} />
    </Frame>
  )
}

export function TextareaField({ label, hint, error, className, ...props }: Labelled & ComponentProps<'textarea'>) {
  const generated = useId()
  const id = props.id ?? generated
  return (
    <Frame id={id} label={label} hint={hint} error={error}>
      <textarea
        {...props}
        {...noteOf(id, { hint, error })}
        id={id}
        className={cn(control, 'min-h-20 py-2', className)}
      />
    </Frame>
  )
}

/** The platform's own select: right on phones, with keyboards and with screen readers. Children are `<option>`s. */
export function SelectField({ label, hint, error, className, ...props }: Labelled & ComponentProps<'select'>) {
  const generated = useId()
  const id = props.id ?? generated
  return (
    <Frame id={id} label={label} hint={hint} error={error}>
      <select {...props} {...noteOf(id, { hint, error })} id={id} className={cn(control, 'h-9 pr-8', className)} />
    </Frame>
  )
}

export function CheckboxField({ label, hint, error, className, ...props }: Labelled & ComponentProps<'input'>) {
  const generated = useId()
  const id = props.id ?? generated
  return (
    <div className={cn('grid grid-cols-[auto_1fr] items-start gap-x-2', className)}>
      <input
        {...props}
        {...noteOf(id, { hint, error })}
        id={id}
        type="checkbox"
        className="mt-0.5 size-4 rounded accent-accent"
      />
      <label htmlFor={id} className="text-ui">
        {label}
      </label>
      {(error || hint) && (
        <p id={`${id}-note`} className={cn('col-start-2 text-xs', error ? 'text-bad' : 'text-ink-3')}>
          {error || hint}
        </p>
      )}
    </div>
  )
}
