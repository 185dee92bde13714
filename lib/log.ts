import { type Logger as PinoLogger, pino } from 'pino'
import { env } from './env.ts'

export type Logger = PinoLogger

let root: Logger | undefined

/** Structured lines on stderr, so that stdout stays free for what a command prints. Sources and secrets never get in. */
export function log(name: string): Logger {
  root ??= pino(
    {
      level: env().GRADUS_LOG_LEVEL,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: ['source', '*.source', 'password', '*.password', '*.passwordHash'], censor: '[redacted]' },
    },
    pino.destination({ dest: 2, sync: true }),
  )
  return root.child({ part: name })
}
