import { z } from 'zod'
import { ONE_DNN } from './contract/engine-profile.ts'

/**
 * The environment, once and for all: this is the only TypeScript file that reads `process.env`. The programs in
 * deploy/local fill in what a local start needs; anything else that runs Gradus sets these variables itself.
 */
const port = z.coerce
  .number('should be a port number, such as 3000')
  .int('should be a port number, such as 3000')
  .min(0, 'should be a port number, such as 3000')
  .max(65_535, 'should be a port number of at most 65535')

const httpUrl = (example: string) =>
  z.url({ protocol: /^https?$/, error: `should be an http or https address, such as ${example}` }).optional()

const secret = z.string().min(16, 'should be a secret of at least 16 characters').optional()

const whole = (lowest: number, highest: number) => {
  const error = `should be a whole number from ${lowest} to ${highest}`
  return z.coerce.number(error).int(error).min(lowest, error).max(highest, error)
}

const flag = z
  .enum(['true', 'false', '1', '0'], 'should be true or false')
  .transform((value) => value === 'true' || value === '1')

const schema = z
  .object({
    NODE_ENV: z
      .enum(['development', 'production', 'test'], 'should be development, production or test')
      .default('development'),
    PORT: port.default(3000),
    HOST: z.string().default('127.0.0.1'),
    DATABASE_URL: z
      .url({
        protocol: /^postgres(ql)?$/,
        error: 'should be a PostgreSQL address, such as postgresql://user:password@host:5432/gradus',
      })
      .optional(),
    NEXTAUTH_URL: httpUrl('http://localhost:3000'),
    NEXTAUTH_SECRET: secret,
    /** What hidden rows are dealt from: who has it can tell hidden rows apart. */
    GRADUS_SECRET: secret,
    GRADUS_DATA: z.string().default('.gradus'),
    GRADUS_CACHE: z.string().optional(),
    GRADUS_BOX: z
      .enum(['auto', 'full', 'personal', 'container'], 'should be auto, full, personal or container')
      .default('auto'),
    /** `auto`: the trainer sits in a box wherever bubblewrap is. */
    GRADUS_TRAINER_BOX: z.enum(['auto', 'off'], 'should be auto or off').default('auto'),
    /** Operations of a training that run at the same time; unset, two, or one where there is one processor. */
    GRADUS_THREADS: whole(1, 64).optional(),
    GRADUS_ONEDNN: z.enum(ONE_DNN, `should be one of ${ONE_DNN.join(', ')}`).default('convolutions'),
    /** What a boxed trainer may take; then the kernel ends it, and the run is tried again. */
    GRADUS_TRAINER_MEMORY_MIB: whole(1024, 1 << 20).default(4096),
    /** After so many runs, or when it holds so much memory between two runs, a trainer makes room for a fresh one. */
    GRADUS_TRAINER_RUNS: whole(1, 1_000_000).default(500),
    GRADUS_TRAINER_RECYCLE_MIB: whole(256, 1 << 20).default(2048),
    /** How many runs a worker grades at once; unset, the worker decides by the machine. */
    GRADUS_CONCURRENCY: whole(1, 64).optional(),
    /** How long a worker that is asked to end may finish what it is at; the rest goes back to the queue. */
    GRADUS_DRAIN_SECONDS: whole(0, 86_400).default(300),
    GRADUS_LOG_LEVEL: z
      .enum(
        ['trace', 'debug', 'info', 'warn', 'error', 'silent'],
        'should be trace, debug, info, warn, error or silent',
      )
      .default('info'),
    /** Whether session cookies are sent over https only; unset, it follows NEXTAUTH_URL. */
    SECURE_COOKIES: flag.optional(),
    OIDC_ISSUER: httpUrl('https://login.example.edu'),
    OIDC_CLIENT_ID: z.string().optional(),
    OIDC_CLIENT_SECRET: z.string().optional(),
    OIDC_NAME: z.string().default('Single sign-on'),
  })
  .superRefine((value, context) => {
    const oidc = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const
    const missing = oidc.filter((name) => value[name] === undefined)
    if (missing.length === 0 || missing.length === oidc.length) return
    for (const name of missing) {
      context.addIssue({ code: 'custom', path: [name], message: `should be set too: ${oidc.join(', ')} go together` })
    }
  })

export type Env = z.infer<typeof schema>

/** A wrong environment: the message names each variable, what it was (never for secrets) and what it should be. */
export class EnvError extends Error {
  override readonly name = 'EnvError'
}

const isSecret = (name: string) => /SECRET|DATABASE_URL/.test(name)

export function parseEnv(record: Readonly<Record<string, string | undefined>>): Env {
  // A variable that is set to nothing, as in `PORT= npm start`, is a variable that isn't set.
  const given = Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = schema.safeParse(given)
  if (parsed.success) return parsed.data
  const lines = parsed.error.issues.map(({ path, message }) => {
    const name = String(path[0])
    const was = given[name] === undefined ? 'is not set' : isSecret(name) ? 'is wrong' : `is "${given[name]}"`
    return `${name} ${was}: it ${message}.`
  })
  throw new EnvError([...new Set(lines)].join('\n'))
}

let parsedOnce: Env | undefined

/** Parsed at first use rather than on import, so that a program that needs none of it never fails over it. */
export function env(): Env {
  parsedOnce ??= parseEnv(process.env)
  return parsedOnce
}

/** For what needs a database; `gradus grade` doesn't. */
export function requireDatabaseUrl({ DATABASE_URL }: Pick<Env, 'DATABASE_URL'> = env()): string {
  if (DATABASE_URL) return DATABASE_URL
  throw new EnvError('DATABASE_URL is not set: it should be the address of a PostgreSQL database. `npm start` sets it.')
}
