import { cn } from '../cn.ts'
import { ScrollRegion } from '../ui/scroll-region.tsx'

export interface ConsoleLine {
  level: 'log' | 'warn' | 'error'
  line: string
}

/** What the learner's code printed. Text, whatever it looks like. */
export function ConsoleOutput({ lines }: { lines: readonly ConsoleLine[] }) {
  return (
    <ScrollRegion label="Console output" className="max-h-64 overflow-auto rounded-md bg-sunken p-3">
      <pre className="font-mono text-xs leading-5">
        {lines.map(({ level, line }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place
          <div key={i} className={cn(level === 'warn' && 'text-warn', level === 'error' && 'text-bad')}>
            {level !== 'log' && <span className="sr-only">{level}: </span>}
            {line || ' '}
          </div>
        ))}
      </pre>
    </ScrollRegion>
  )
}
