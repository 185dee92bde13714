import { CircleAlert } from 'lucide-react'
import type { CellOutput } from '#lib/contract/cell-output.ts'
import { cn } from '../cn.ts'
import { InlineMarkdown } from '../inline-markdown.tsx'
import { ScrollRegion } from '../ui/scroll-region.tsx'
import type { CellState } from './cell-session.ts'
import { PlotFigure } from './plots/plot-figure.tsx'

type TextOutput = Exclude<CellOutput, { kind: 'plot' }>
type Block =
  | { kind: 'plot'; plot: Extract<CellOutput, { kind: 'plot' }>['plot'] }
  | { kind: 'lines'; lines: TextOutput[] }

/** Lines that follow one another are read, and scrolled, as one. */
function blocksOf(outputs: readonly CellOutput[]): Block[] {
  const blocks: Block[] = []
  for (const output of outputs) {
    const last = blocks.at(-1)
    if (output.kind === 'plot') blocks.push(output)
    else if (last?.kind === 'lines') last.lines.push(output)
    else blocks.push({ kind: 'lines', lines: [output] })
  }
  return blocks
}

interface Props {
  /** The cell's: a page has many outputs, and each is a landmark of its own name. */
  id: string
  outputs: readonly CellOutput[]
  error: CellState['error']
  /** It is of code that stands there no more. */
  dimmed: boolean
}

/** What a cell printed, drew and ended with. Text, whatever it looks like. */
export function CellOutputs({ id, outputs, error, dimmed }: Props) {
  return (
    <section
      aria-label={`Output of ${id}`}
      className={cn('grid gap-3 border-line border-t px-3 py-2.5', dimmed && 'opacity-60')}
    >
      {blocksOf(outputs).map((block, i) =>
        block.kind === 'plot' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: outputs have no identity but their place
          <PlotFigure key={i} plot={block.plot} />
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: outputs have no identity but their place
          <ScrollRegion key={i} label={`Printed by ${id}, part ${i + 1}`} className="max-h-96 min-w-0 overflow-auto">
            <pre className="font-mono text-xs leading-5">
              {block.lines.map((line, at) => (
                <div
                  // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place
                  key={at}
                  className={cn(
                    line.kind === 'text' && line.level === 'warn' && 'text-warn',
                    line.kind === 'text' && line.level === 'error' && 'text-bad',
                  )}
                >
                  {line.kind === 'value' && <span className="sr-only">Value: </span>}
                  {line.text || ' '}
                </div>
              ))}
            </pre>
          </ScrollRegion>
        ),
      )}
      {error && (
        <div role="alert" className="flex gap-2 rounded-md bg-bad-soft px-3 py-2 text-ui">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-bad" />
          <div className="min-w-0">
            <p className="whitespace-pre-wrap break-words font-mono text-xs leading-5">
              {error.line && <span className="font-medium">Line {error.line}: </span>}
              {error.message}
            </p>
            {error.hint && (
              <p className="mt-1 text-ink-2">
                <InlineMarkdown text={error.hint} />
              </p>
            )}
          </div>
        </div>
      )}
    </section>
  )
}
