import { readFile } from 'node:fs/promises'
import * as tf from '@tensorflow/tfjs'
import { describe, expect, it } from 'vitest'
import { trainSolution } from '#app/sandbox/inside/train-solution.ts'
import { evaluateModule } from '#grader/learner/inside/evaluate-module.ts'
import { transpile } from '#grader/learner/transpile.ts'
import { runSeed } from '#lib/catalogue/run-seed.ts'
import { contextOf } from '#lib/contract/context-of.ts'
import type { RunnerEvent } from '#lib/contract/sandbox-protocol.ts'
import type { EpochPoint } from '#lib/contract/telemetry.ts'
import { RequestAnswerer } from '#lib/learner/answer-requests.ts'
import { catalogueRoot, useGradingEngine } from './grading-engine.ts'

const engine = useGradingEngine()

/** A training whose every epoch is one step: the first epoch's loss is the first step's. */
const inOneStep = (source: string) =>
  source.replace(/batchSize: \d+/, 'batchSize: 65536').replace(/epochs: \d+/, 'epochs: 4')

/** What the browser's worker does, on the backend that every browser has. */
async function inBrowser(slug: string, source: string): Promise<RunnerEvent[]> {
  const { exercise, starter, dataset } = await engine.bundle(slug)
  if (exercise.kind !== 'model' || !dataset) throw new Error(`${slug} trains nothing`)
  const { train } = dataset.splits
  const [solution, given] = await Promise.all([transpile(source), transpile(starter)])
  if (!solution.ok || !given.ok) throw new Error('it does not compile')
  const events: RunnerEvent[] = []
  await tf.setBackend('cpu')
  await trainSolution(
    tf,
    new RequestAnswerer(
      tf,
      (text, filename) => evaluateModule(text, filename, tf),
      () => {},
    ),
    {
      kind: 'train',
      solution: solution.code,
      starter: given.code,
      slots: exercise.slots,
      context: contextOf(exercise, dataset.card, train.x.shape[0] as number),
      seed: runSeed(exercise),
      task: exercise.task,
      outputs: dataset.card.outputs,
      ordered: dataset.card.ordered,
      metric: exercise.metric,
      maxSeconds: 600,
      x: train.x,
      y: train.y,
    },
    ['cpu'],
    (event) => events.push(event),
  )
  return events
}

const curveOf = (events: RunnerEvent[]): EpochPoint[] =>
  events.flatMap((event) => (event.kind === 'epoch' ? [event.point] : []))

describe('a run in the browser', () => {
  it.each(['m1-ore-or-waste', 'm3-class-imbalance'])('begins %s where the grader begins it', async (slug) => {
    const source = inOneStep(await readFile(`${catalogueRoot}/exercises/${slug}/solution.ts`, 'utf8'))
    const [here, graded] = [
      curveOf(await inBrowser(slug, source)),
      await engine.grade(await engine.bundle(slug), source),
    ]
    expect(here).toHaveLength(4)
    // The same weights and the same rows; what differs is the order in which two engines add float32 numbers up.
    expect(Math.abs((here[0]?.loss ?? 1) - (graded.curve[0]?.loss ?? 0))).toBeLessThan(1e-4)
    here.forEach((point, i) => {
      expect(point.loss).toBeCloseTo(graded.curve[i]?.loss ?? Number.NaN, 3)
      expect(point.learningRate).toBe(graded.curve[i]?.learningRate)
    })
  })

  it('refuses what the grader refuses, in the same words', async () => {
    const source = (await readFile(`${catalogueRoot}/exercises/m1-ore-or-waste/solution.ts`, 'utf8')).replace(
      "optimizer: 'adam'",
      "optimizer: 'adamw' as never",
    )
    const { error } = await engine.grade(await engine.bundle('m1-ore-or-waste'), source)
    const fault = (await inBrowser('m1-ore-or-waste', source)).at(-1)
    expect(fault).toEqual({
      kind: 'fault',
      fault: { verdict: error?.kind, message: error?.message, hint: error?.hint },
    })
  })
})
