export type ConsoleLevel = 'log' | 'warn' | 'error'

const MAX_LINES = 200
const MAX_LINE_CHARS = 1_000
const MAX_CHARS = 64_000

const LEVELS: Record<string, ConsoleLevel> = {
  log: 'log',
  info: 'log',
  debug: 'log',
  dir: 'log',
  table: 'log',
  trace: 'log',
  warn: 'warn',
  error: 'error',
}

/**
 * Replaces the global console: lines go to `send` until the caps are reached or `cut` is called; then they go nowhere.
 * Everything else of the console (timers, groups, counters) does nothing.
 */
export function captureConsole(
  format: (...values: unknown[]) => string,
  send: (level: ConsoleLevel, line: string) => void,
): { cut(): void } {
  let open = true
  let lines = 0
  let chars = 0
  const say = (level: ConsoleLevel, values: unknown[]) => {
    if (!open) return
    for (const line of format(...values).split('\n')) {
      lines++
      chars += Math.min(line.length, MAX_LINE_CHARS)
      if (lines > MAX_LINES || chars > MAX_CHARS) {
        open = false
        send('warn', `… more than ${MAX_LINES} lines or ${MAX_CHARS} characters: the rest of the console is left out.`)
        return
      }
      send(level, line.length > MAX_LINE_CHARS ? `${line.slice(0, MAX_LINE_CHARS - 1)}…` : line)
    }
  }
  for (const name of Object.keys(console)) {
    const level = LEVELS[name]
    Reflect.set(console, name, level ? (...values: unknown[]) => say(level, values) : () => {})
  }
  return {
    cut() {
      open = false
    },
  }
}
