'use client'
import { Plus, Trash2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import { CodeCell } from '#app/components/cells/code-cell.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { Skeleton } from '#app/components/ui/skeleton.tsx'
import { type PadCell, readPad, writePad } from './pad-storage.ts'

const SESSION = 'scratch'

/** A notebook of one's own. Its cells lie in this browser and nowhere else. */
export function Scratchpad() {
  // The server knows nothing of them.
  const [cells, setCells] = useState<PadCell[] | null>(null)
  useEffect(() => setCells(readPad()), [])
  useEffect(() => {
    if (cells) writePad(cells)
  }, [cells])

  if (!cells) return <Skeleton className="mt-5 h-40 w-full" />
  const nextId = `cell-${Math.max(0, ...cells.map(({ id }) => Number(id.replace('cell-', '')))) + 1}`
  return (
    <div className="mt-3">
      {cells.map(({ id, initial }) => (
        <div key={id} className="relative">
          <CodeCell
            id={id}
            source={initial}
            session={SESSION}
            onEdit={(source) =>
              setCells((known) => known?.map((cell) => (cell.id === id ? { ...cell, source } : cell)) ?? null)
            }
          />
          {cells.length > 1 && (
            <Button
              variant="ghost"
              size="icon"
              aria-label={`Remove ${id}`}
              className="absolute top-1 right-1"
              onClick={() => setCells(cells.filter((cell) => cell.id !== id))}
            >
              <Trash2 aria-hidden />
            </Button>
          )}
        </div>
      ))}
      <Button onClick={() => setCells([...cells, { id: nextId, source: '', initial: '' }])}>
        <Plus aria-hidden />
        Add a cell
      </Button>
      <p className="mt-6 text-ink-3 text-xs">
        In scope: <code>tf</code>, <code>print(…)</code>, <code>plot.line</code>, <code>plot.scatter</code>,{' '}
        <code>plot.bars</code>, <code>plot.image</code>. The value of the last expression is shown. Shift-Enter runs a
        cell, and those above it that have not run.
      </p>
    </div>
  )
}
