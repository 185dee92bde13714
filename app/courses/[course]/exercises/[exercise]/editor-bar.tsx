'use client'
import { Keyboard, Play, RotateCcw, Send } from 'lucide-react'
import type { ComponentProps } from 'react'
import { Badge } from '#app/components/ui/badge.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { ConfirmDialog } from '#app/components/ui/dialog.tsx'
import type { Attempts } from '#lib/usecases/read-attempts.ts'
import type { ExercisePage } from '#lib/usecases/read-exercise-page.ts'
import { DraftStatus } from './draft-status.tsx'

interface Props {
  draftState: ComponentProps<typeof DraftStatus>['state']
  timeZone: string
  enrolled: boolean
  opening: ExercisePage['assignment']['opening']
  attempts: Attempts
  running: boolean
  onRun: () => void
  submitting: boolean
  /** Null: nothing is taken, and the line below says why. */
  onSubmit: (() => void) | null
  onReset: () => void
  focusEditor: () => void
  onShortcuts: () => void
}

/** Below the editor: what became of the draft, what can be done with it, and what cannot. */
export function EditorBar({
  draftState,
  timeZone,
  enrolled,
  opening,
  attempts,
  running,
  onRun,
  submitting,
  onSubmit,
  onReset,
  focusEditor,
  onShortcuts,
}: Props) {
  return (
    <div className="flex min-h-12 flex-wrap items-center gap-x-2 gap-y-1 border-line border-t px-3 py-2">
      <DraftStatus state={draftState} timeZone={timeZone} />
      <div className="ml-auto flex items-center gap-2">
        <Button
          variant="ghost"
          size="icon"
          aria-label="Keyboard shortcuts"
          className="hidden lg:inline-flex"
          onClick={onShortcuts}
        >
          <Keyboard aria-hidden />
        </Button>
        <ConfirmDialog
          title="Start again from the starter?"
          description="The starter replaces what is in the editor. Undo in the editor brings it back until you leave the page; what you submitted stays."
          confirm="Replace"
          danger
          onConfirm={onReset}
          focusAfter={focusEditor}
          trigger={
            <Button variant="ghost">
              <RotateCcw aria-hidden />
              Reset
            </Button>
          }
        />
        <Button pending={running} onClick={onRun}>
          <Play aria-hidden />
          {running ? 'Running' : 'Run in browser'}
          <kbd aria-hidden className="hidden font-sans text-ink-3 text-xs 2xl:inline">
            Ctrl ⏎
          </kbd>
        </Button>
        {onSubmit && (
          <Button variant="primary" pending={submitting} disabled={attempts.left === 0} onClick={onSubmit}>
            <Send aria-hidden />
            {submitting ? 'Submitting' : 'Submit'}
            <kbd aria-hidden className="hidden font-sans text-xs 2xl:inline">
              Ctrl ⇧ ⏎
            </kbd>
          </Button>
        )}
      </div>
      {enrolled && <Refusal opening={opening} attempts={attempts} />}
    </div>
  )
}

/** Why nothing can be handed in at the moment; nothing while it can. */
function Refusal({ opening, attempts: { isPaused, left } }: Pick<Props, 'opening' | 'attempts'>) {
  if (opening !== 'open') return <p className="text-ink-3 text-xs">Closed: you can read and try, not hand in.</p>
  if (isPaused)
    return (
      <p className="w-full text-ink-2 text-xs">
        <Badge tone="warn">Paused</Badge> A fault of ours: its data cannot be read. Your draft is kept; you can hand in
        once it is mended.
      </p>
    )
  if (left === 0)
    return (
      <p className="w-full text-right text-ink-3 text-xs">
        Today's attempts are used. New ones come at midnight, course time.
      </p>
    )
  return null
}
