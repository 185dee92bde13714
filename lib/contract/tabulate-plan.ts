import type { Task } from './exercise.ts'

/** The largest number of epochs anything here trains. */
export const MAX_EPOCHS = 10_000

interface Context {
  task: Task
  limits: { maxEpochs?: number | undefined }
}

/**
 * A learner's training config as JSON can carry it: a schedule becomes `learningRates`, one number an epoch (the
 * function sees epochs from 0, as in Keras), and numbers that JSON lacks become their names. Nothing is judged here:
 * this runs beside the learner's code, `parsePlan` outside.
 * @throws what the learner's schedule throws
 */
export function tabulatePlan(raw: object, { limits }: Context): Record<string, unknown> {
  const { learningRate, ...rest } = raw as Record<string, unknown>
  const plan = asJson(rest) as Record<string, unknown>
  if (typeof learningRate !== 'function') return { ...plan, learningRate: asJson(learningRate) }
  const epochs = rest.epochs
  const most = Math.min(limits.maxEpochs ?? MAX_EPOCHS, MAX_EPOCHS)
  // A number of epochs that parsePlan is going to refuse is no reason to call the schedule a billion times.
  if (typeof epochs !== 'number' || !Number.isInteger(epochs) || epochs < 1 || epochs > most)
    return { ...plan, learningRates: [] }
  return {
    ...plan,
    learningRates: Array.from({ length: epochs }, (_, epoch) => asJson(learningRate(epoch, epochs))),
  }
}

const MAX_ITEMS = 100
const MAX_NESTING = 4

function asJson(value: unknown, nesting = 0): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value)
  if (typeof value === 'string') return value.slice(0, 200)
  if (typeof value === 'boolean' || value === null) return value
  if (typeof value === 'function') return 'a function'
  if (typeof value !== 'object') return value === undefined ? undefined : typeof value
  if (nesting > MAX_NESTING) return 'nested too deep'
  if (Array.isArray(value)) return value.slice(0, MAX_ITEMS).map((item) => asJson(item, nesting + 1))
  return Object.fromEntries(
    Object.entries(value)
      .slice(0, MAX_ITEMS)
      .map(([key, item]) => [key, asJson(item, nesting + 1)]),
  )
}
