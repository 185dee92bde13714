'use client'
import { ListStart, Play, RotateCcw, Square } from 'lucide-react'
import { useEffect, useId, useRef, useSyncExternalStore } from 'react'
import { cn } from '../cn.ts'
import { Button } from '../ui/button.tsx'
import { CellEditor } from './cell-editor.tsx'
import { CellOutputs } from './cell-outputs.tsx'
import { type CellState, freshCell, sessionOf } from './cell-session.ts'

interface Props {
  /** Unique within the session. */
  id: string
  /** The author's TypeScript, to edit and run. */
  source: string
  /** Cells of one session share what they declare, top to bottom, as in a notebook. */
  session: string
  /** Hears of every edit. */
  onEdit?: (source: string) => void
}

const STATUS_WORDS: Record<CellState['status'], string> = {
  idle: '',
  waiting: 'Waits for the cells above',
  running: 'Running',
  done: '',
  failed: '',
  stopped: 'Stopped. What the cells had declared is gone; they run again as needed.',
}

/** A runnable cell of a lesson: code, what it printed, what it drew. */
export function CodeCell({ id, source, session, onEdit }: Props) {
  const cells = sessionOf(session)
  const root = useRef<HTMLDivElement>(null)
  const initial = useRef(freshCell(source))
  const cell = useSyncExternalStore(
    cells.subscribe,
    () => cells.state(id, source),
    () => initial.current,
  )
  const outputId = useId()
  const { status, outputs, error, count } = cell
  const active = status === 'running' || status === 'waiting'
  const edited = cell.source !== source
  const stale = count !== null && cell.ran !== cell.source

  useEffect(() => {
    // A page that comes back after it had left finds its cell gone.
    cells.state(id, source)
    return root.current ? cells.attach(id, root.current) : undefined
  }, [cells, id, source])

  const edit = (text: string) => {
    cells.edit(id, text)
    onEdit?.(text)
  }

  return (
    <div ref={root} id={id} className="my-5 min-w-0 overflow-hidden rounded-md border border-line bg-surface">
      <CellEditor
        label={`Code ${id}`}
        source={cell.source}
        faultyLine={error?.line ?? null}
        onChange={edit}
        onRun={() => void cells.run(id)}
      />
      <div className="flex min-h-10 flex-wrap items-center gap-1 border-line border-t bg-sunken px-2 py-1">
        {active ? (
          <Button size="sm" onClick={() => cells.stop()}>
            <Square aria-hidden className="size-3" />
            Stop
          </Button>
        ) : (
          <Button size="sm" title="Shift Enter" aria-controls={outputId} onClick={() => void cells.run(id)}>
            <Play aria-hidden className="size-3.5" />
            Run
          </Button>
        )}
        <Button variant="ghost" size="sm" disabled={active} onClick={() => void cells.run()}>
          <ListStart aria-hidden className="size-3.5" />
          Run all
        </Button>
        {edited && (
          <Button variant="ghost" size="sm" disabled={active} onClick={() => edit(source)}>
            <RotateCcw aria-hidden className="size-3.5" />
            Reset
          </Button>
        )}
        <p role="status" className={cn('ml-auto text-ink-3 text-xs', active && 'text-ink-2')}>
          {STATUS_WORDS[status] || (stale ? 'Changed since it ran' : '')}
        </p>
        {count !== null && (
          <span className={cn('tnum font-mono text-ink-3 text-xs', stale && 'opacity-60')}>
            <span className="sr-only">Run number </span>[{count}]
          </span>
        )}
      </div>
      <div id={outputId}>
        {(outputs.length > 0 || error) && (
          <CellOutputs id={id} outputs={outputs} error={error} dimmed={stale && !active} />
        )}
      </div>
    </div>
  )
}
