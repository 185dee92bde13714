'use client'
import { Toaster } from 'sonner'

/** Where short messages appear. Call `toast()` of `sonner` to show one. */
export function Toasts() {
  return (
    <Toaster
      position="bottom-right"
      gap={8}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            'flex w-[22rem] max-w-[calc(100vw-2rem)] items-start gap-2.5 rounded-md border border-line bg-surface px-3.5 py-3 text-ui text-ink shadow-float',
          title: 'font-medium',
          description: 'mt-0.5 text-ink-2',
          icon: 'mt-0.5 text-ink-3 [&_svg]:size-4',
          error: '[&_[data-icon]]:text-bad',
          success: '[&_[data-icon]]:text-good',
          actionButton: 'ml-auto shrink-0 font-medium text-accent',
        },
      }}
    />
  )
}
