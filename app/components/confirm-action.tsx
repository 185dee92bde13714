'use client'
import type { ReactNode } from 'react'
import { toast } from 'sonner'
import { Button, type ButtonProps } from './ui/button.tsx'
import { ConfirmDialog } from './ui/dialog.tsx'
import { type ActionAnswer, useActionCall } from './use-action-form.ts'

interface Props<Input> {
  action: (input: Input) => Promise<ActionAnswer<{ message: string }>>
  input: Input
  /** On the button that asks. */
  label: ReactNode
  title: string
  description: string
  /** The verb. */
  confirm: string
  danger?: boolean
  size?: ButtonProps['size']
  variant?: ButtonProps['variant']
  'aria-label'?: string
}

/** A button whose deed is asked about first; afterwards a toast says that it was done. */
export function ConfirmAction<Input>(props: Props<Input>) {
  const { action, input, label, title, description, confirm, danger, size, variant } = props
  const { call, pending } = useActionCall(action, ({ message }) => toast.success(message))
  return (
    <ConfirmDialog
      title={title}
      description={description}
      confirm={confirm}
      danger={danger}
      onConfirm={() => call(input)}
      trigger={
        <Button size={size} variant={variant} pending={pending} aria-label={props['aria-label']}>
          {label}
        </Button>
      }
    />
  )
}
