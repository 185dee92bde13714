import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import type { RunningBox } from '#grader/box/box.ts'
import { GradeReport } from '#lib/contract/report.ts'
import type { RunEvent } from '#lib/contract/telemetry.ts'
import { catalogueRoot, useGradingEngine } from './grading-engine.ts'

const engine = useGradingEngine()
const WINE = 'm1-wine-first-network'
const solutionOf = (slug: string) => readFile(`${catalogueRoot}/exercises/${slug}/solution.ts`, 'utf8')

/** Three inputs' worth of a solution: each test swaps one part for a wrong one. */
const wine = (parts: { prepare?: string; before?: string; after?: string } = {}) => `
import type { Ctx } from 'gradus'
import type * as TF from '@tensorflow/tfjs'
${parts.before ?? ''}
${
  parts.prepare ??
  `export function prepare({ tf }: Ctx, train: { x: TF.Tensor }) {
  const { mean, variance } = tf.moments(train.x, 0)
  const sd = variance.sqrt()
  return (x: TF.Tensor) => x.sub(mean).div(sd)
}`
}
${parts.after ?? ''}
`

describe('a graded submission', () => {
  it('is deterministic: the same submission gives the same weights and predictions', async () => {
    const bundle = await engine.bundle(WINE)
    const source = await solutionOf(WINE)
    const [first, second] = [await engine.grade(bundle, source), await engine.grade(bundle, source)]
    expect(second.provenance.weightsHash).toBe(first.provenance.weightsHash)
    expect(first.provenance.weightsHash).toMatch(/^[0-9a-f]{64}$/)
    expect(second.metric).toEqual(first.metric)
    expect(second.curve.map(({ loss }) => loss)).toEqual(first.curve.map(({ loss }) => loss))
  })

  it('tells its phases in order, one curve point an epoch, and gives a report that fits its schema', async () => {
    const bundle = await engine.bundle(WINE)
    const events: RunEvent[] = []
    const report = await engine.grade(bundle, await solutionOf(WINE), { onEvent: (event) => events.push(event) })
    const phases = events.flatMap((event) => (event.kind === 'phase' ? [event.phase] : []))
    expect(phases).toEqual(['compiling', 'preparing', 'building', 'training', 'predicting', 'scoring'])
    expect(events.filter(({ kind }) => kind === 'epoch')).toHaveLength(report.curve.length)
    expect(report.curve.every(({ layers }) => layers.some(({ gradientNorm }) => (gradientNorm ?? 0) > 0))).toBe(true)
    expect(() => GradeReport.parse(JSON.parse(JSON.stringify(report)))).not.toThrow()
  })

  it('trains while its boxes end, and fails when one of them could not be ended', async () => {
    const events: string[] = []
    const changeBox = (box: RunningBox): RunningBox => {
      const end = box.destroy.bind(box)
      return Object.assign(box, {
        destroy: async () => {
          await end()
          throw new Error('something of the box lives on')
        },
      })
    }
    const onEvent = (event: RunEvent) => void events.push(event.kind === 'phase' ? event.phase : event.kind)
    const grading = engine.grade(await engine.bundle(WINE), await solutionOf(WINE), { changeBox, onEvent })
    await expect(grading).rejects.toThrow('something of the box lives on')
    expect(events).toContain('scoring')
  })

  it('says so when a locked slot was rewritten, and uses its own version', async () => {
    const bundle = await engine.bundle(WINE)
    const report = await engine.grade(
      bundle,
      wine({ after: "export const training = { optimizer: 'sgd', learningRate: 1, epochs: 1, batchSize: 97 }" }),
    )
    expect(report.verdict).toBe('scored')
    expect(report.notices.join()).toContain('`training` is locked')
    expect(report.curve).toHaveLength(40)
  })

  it('takes a locked plan from where the learner’s code never was, whatever that code does to its own process', async () => {
    const bundle = await engine.bundle(WINE)
    const report = await engine.grade(
      bundle,
      wine({
        before: `const original = JSON.stringify
JSON.stringify = ((value: any, ...rest: any[]) => {
  if (value?.kind === 'built') value.plan = { ...value.plan, epochs: 3, learningRates: [9, 9, 9] }
  return (original as any)(value, ...rest)
}) as typeof JSON.stringify`,
      }),
    )
    expect(report.verdict).toBe('scored')
    expect(report.curve).toHaveLength(40)
    expect(report.curve.every(({ learningRate }) => learningRate === 0.01)).toBe(true)
  })

  it('passes console lines on, up to the moment hidden rows come near', async () => {
    const bundle = await engine.bundle(WINE)
    const report = await engine.grade(
      bundle,
      wine({
        prepare: `export function prepare({ tf }: Ctx, train: { x: TF.Tensor }) {
  console.log('rows', train.x.shape[0])
  return (x: TF.Tensor) => { console.log('seen ' + x.dataSync()[0]); return x.div(100) }
}`,
      }),
    )
    expect(report.verdict).toBe('scored')
    expect(report.console).toContain('rows 97')
    // Once for the training rows that were prepared, never for a hidden one.
    expect(report.console.filter((line) => line.startsWith('seen'))).toHaveLength(1)
  })

  it('stops when it is aborted', async () => {
    const bundle = await engine.bundle(WINE)
    const abort = new AbortController()
    const graded = engine.grade(bundle, await solutionOf(WINE), {
      signal: abort.signal,
      onEvent: (event) => {
        if (event.kind === 'phase' && event.phase === 'building') abort.abort(new Error('drained'))
      },
    })
    await expect(graded).rejects.toThrow('drained')
  })
})

describe('a learner’s fault is told at its line, with a next step', () => {
  it.each([
    ['a syntax error', wine({ prepare: 'const prepare = = 3' }), 'compile_error', 5],
    ['a forbidden import', wine({ before: "import fs from 'node:fs'\nconsole.log(fs)" }), 'contract_error', 4],
    ['a missing export', 'export const other = 1', 'contract_error', undefined],
    [
      'a throw',
      wine({ prepare: 'export function prepare() {\n  const a: number[] = []\n  return a.map((x) => x)[0].foo\n}' }),
      'runtime_error',
      7,
    ],
    ['no row-wise function', wine({ prepare: 'export function prepare() { return 3 }' }), 'contract_error', undefined],
    [
      'rows that are not numbers',
      wine({ prepare: 'export function prepare() { return (x: TF.Tensor) => x.div(0).mul(0) }' }),
      'invalid_output',
      undefined,
    ],
    ['an endless loop', wine({ before: 'while (true) {}' }), 'timed_out', undefined],
  ])('%s', { timeout: 60_000 }, async (_, source, verdict, line) => {
    const report = await engine.grade(await engine.bundle(WINE), source)
    expect(report).toMatchObject({ verdict, points: 0, passed: false, metric: { public: null, private: null } })
    expect(report.error?.message).toBeTruthy()
    expect(report.error?.line).toBe(line)
    expect(report.error?.hint).toBeTruthy()
  })
})
