import { CloudOff } from 'lucide-react'
import { formatTime } from '#app/components/format.ts'
import type { DraftState } from './editor/use-draft.ts'

/** Whether what is in the editor is safe, and where. Its place is as wide as its longest ordinary word. */
export function DraftStatus({ state, timeZone }: { state: DraftState; timeZone: string }) {
  return (
    <span role="status" className="tnum inline-flex min-w-24 items-center gap-1.5 text-ink-3 text-xs">
      <Words state={state} timeZone={timeZone} />
    </span>
  )
}

function Words({ state, timeZone }: { state: DraftState; timeZone: string }) {
  switch (state.kind) {
    case 'saved':
      return state.at ? `Saved · ${formatTime(state.at, timeZone)}` : 'Not changed yet'
    case 'saving':
      return 'Saving'
    case 'offline':
      return (
        <span className="inline-flex items-center gap-1.5 text-warn">
          <CloudOff aria-hidden className="size-3.5" />
          Offline: kept in this browser
        </span>
      )
    case 'refused':
      return <span className="text-bad">{state.detail}</span>
    case 'local':
      return 'Kept in this browser'
    default:
      return state satisfies never
  }
}
