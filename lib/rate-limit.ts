import { RateLimiterPrisma, RateLimiterRes } from 'rate-limiter-flexible'
import type { Db } from './db.ts'

/** What is limited, and how often it may happen in a window. */
export const RATE_LIMITS = {
  /** Wrong passwords for one e-mail address, from anywhere. */
  'sign-in-email': { points: 10, windowSeconds: 15 * 60 },
  /** Sign-ins from one network address: a computer room shares one. */
  'sign-in-address': { points: 100, windowSeconds: 15 * 60 },
  /** Submissions of one person, whatever the course: a stuck key or a script. */
  submit: { points: 30, windowSeconds: 60 },
} as const
export type RateLimitName = keyof typeof RATE_LIMITS

export type RateLimitResult = { ok: true } | { ok: false; retryAfterSeconds: number }

const limiters = new WeakMap<Db, Map<RateLimitName, RateLimiterPrisma>>()

function limiterFor(db: Db, name: RateLimitName): RateLimiterPrisma {
  const ofDb = limiters.get(db) ?? new Map<RateLimitName, RateLimiterPrisma>()
  limiters.set(db, ofDb)
  const known = ofDb.get(name)
  if (known) return known
  const { points, windowSeconds } = RATE_LIMITS[name]
  const limiter = new RateLimiterPrisma({
    storeClient: db,
    tableName: 'rateLimit',
    keyPrefix: name,
    points,
    duration: windowSeconds,
  })
  ofDb.set(name, limiter)
  return limiter
}

const asResult = (outcome: RateLimiterRes): RateLimitResult => ({
  ok: false,
  retryAfterSeconds: Math.max(1, Math.ceil(outcome.msBeforeNext / 1000)),
})

/** Counts one use of `key`. Counters live in the database: every web process sees the same ones. */
export async function countUse(db: Db, name: RateLimitName, key: string): Promise<RateLimitResult> {
  try {
    await limiterFor(db, name).consume(key)
    return { ok: true }
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return asResult(refusal)
    throw refusal
  }
}

/** Whether `key` has uses left, without counting one. */
export async function checkUse(db: Db, name: RateLimitName, key: string): Promise<RateLimitResult> {
  const used = await limiterFor(db, name).get(key)
  return used && used.consumedPoints >= RATE_LIMITS[name].points ? asResult(used) : { ok: true }
}

/** Forgets what `key` has used, after a success. */
export async function forgetUses(db: Db, name: RateLimitName, key: string): Promise<void> {
  await limiterFor(db, name).delete(key)
}
