'use client'
import { X } from 'lucide-react'
import { AlertDialog, Dialog as Radix } from 'radix-ui'
import { type ReactNode, useRef } from 'react'
import { cn } from '../cn.ts'
import { Button } from './button.tsx'

const overlay = 'fixed inset-0 z-50 bg-black/35 dark:bg-black/60'
const panel =
  'floats fixed top-[12vh] left-1/2 z-50 flex max-h-[76vh] w-[min(32rem,calc(100vw-2rem))] -translate-x-1/2 flex-col rounded-lg border border-line bg-surface shadow-float'

interface DialogProps {
  title: string
  description?: ReactNode
  /** What opens it; leave out and drive `open` yourself where the opener is elsewhere. */
  trigger?: ReactNode
  open?: boolean
  onOpenChange?: (open: boolean) => void
  wide?: boolean
  children: ReactNode
}

export function Dialog({ title, description, trigger, open, onOpenChange, wide, children }: DialogProps) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <Radix.Trigger asChild>{trigger}</Radix.Trigger>}
      <Radix.Portal>
        <Radix.Overlay className={overlay} />
        <Radix.Content
          className={cn(panel, wide && 'w-[min(56rem,calc(100vw-2rem))]')}
          {...(description ? {} : { 'aria-describedby': undefined })}
        >
          <div className="flex items-start justify-between gap-4 px-5 pt-4">
            <div>
              <Radix.Title className="font-semibold text-base">{title}</Radix.Title>
              {description && <Radix.Description className="mt-1 text-ink-2 text-ui">{description}</Radix.Description>}
            </div>
            <Radix.Close asChild>
              <Button variant="ghost" size="icon" aria-label="Close" className="-mt-1 -mr-2">
                <X />
              </Button>
            </Radix.Close>
          </div>
          <div className="min-h-0 overflow-y-auto px-5 pt-3 pb-5">{children}</div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

interface ConfirmProps {
  title: string
  /** What will happen and what cannot be undone. */
  description: ReactNode
  /** The verb on the button. */
  confirm: string
  danger?: boolean
  trigger?: ReactNode
  open?: boolean
  onOpenChange?: (open: boolean) => void
  onConfirm: () => void
  /** Moves the focus once it was confirmed and has closed; otherwise the focus goes back to what opened it. */
  focusAfter?: () => void
}

/** Asks before something that loses work. Escape and the first button leave everything as it was. */
export function ConfirmDialog({
  title,
  description,
  confirm,
  danger,
  trigger,
  open,
  onOpenChange,
  onConfirm,
  focusAfter,
}: ConfirmProps) {
  const confirmed = useRef(false)
  const close = (event: Event) => {
    if (confirmed.current && focusAfter) {
      event.preventDefault()
      focusAfter()
    }
    confirmed.current = false
  }
  const confirmNow = () => {
    confirmed.current = true
    onConfirm()
  }
  return (
    <AlertDialog.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <AlertDialog.Trigger asChild>{trigger}</AlertDialog.Trigger>}
      <AlertDialog.Portal>
        <AlertDialog.Overlay className={overlay} />
        <AlertDialog.Content
          onCloseAutoFocus={close}
          className={cn(panel, 'w-[min(26rem,calc(100vw-2rem))] gap-2 p-5')}
        >
          <AlertDialog.Title className="font-semibold text-base">{title}</AlertDialog.Title>
          <AlertDialog.Description className="text-ink-2 text-ui">{description}</AlertDialog.Description>
          <div className="mt-3 flex justify-end gap-2">
            <AlertDialog.Cancel asChild>
              <Button>Cancel</Button>
            </AlertDialog.Cancel>
            <AlertDialog.Action asChild>
              <Button variant={danger ? 'danger' : 'primary'} onClick={confirmNow}>
                {confirm}
              </Button>
            </AlertDialog.Action>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}
