import type { LayersModel } from '@tensorflow/tfjs'
import { sliceRows } from '../contract/rows.ts'
import type { EpochPoint } from '../contract/telemetry.ts'
import { batchesOf, tensorOf } from './batches.ts'
import type { Compile } from './compile.ts'
import type { DealtRows } from './deal-rows.ts'
import { createStepper, lossOf } from './gradient-step.ts'
import { watchLayers } from './layer-watch.ts'
import { measure } from './measure.ts'
import { predictRows } from './predict.ts'
import { permutation, seededRandom } from './seeded-random.ts'
import { Tally } from './tally.ts'
import { unscaled } from './targets.ts'
import type { Tf } from './tf.ts'
import type { TrainingJob } from './training-job.ts'

export interface EpochRun {
  /** `cut`: the caller's `onStep` said stop. */
  end: 'whole' | 'diverged' | 'cut'
  /** Null when the epoch was cut. */
  point: Omit<EpochPoint, 'seconds'> | null
}

/** Steps of an epoch at which gradient norms are taken: by number, never by time, so that a run can be repeated. */
const NORM_SAMPLES = 4
const PROBE_ROWS = 64

/** Called after each step; reading the loss waits for the device. False ends the training. */
type OnStep = (epoch: number, step: number, loss: () => Promise<number>) => Promise<boolean>

/** Runs epochs one after another: shuffled batches, steps, validation, telemetry. */
export function epochRunner(
  tf: Tf,
  job: TrainingJob,
  model: LayersModel,
  dealt: DealtRows,
  compile: Compile | undefined,
) {
  const { plan, seed, outputs } = job
  const { fit, labels, scale } = dealt
  const rows = labels.length
  const stepsPerEpoch = Math.ceil(rows / plan.batchSize)
  const normEvery = Math.ceil(stepsPerEpoch / NORM_SAMPLES)
  const watch = watchLayers(tf, model)
  const stepper = createStepper(tf, model, plan, watch.groups, compile)
  const probe = tensorOf(tf, sliceRows(fit.x, 0, Math.min(PROBE_ROWS, rows)))
  const held = dealt.validation && {
    x: tensorOf(tf, dealt.validation.x),
    target: tensorOf(tf, dealt.validation.target),
    labels: dealt.validation.labels,
  }
  const shuffle = seededRandom(seed, 'order')
  const batches = batchesOf(tf, fit, plan.augment ?? [], seededRandom(seed, 'augmentation'))

  function takeStep(chosen: Uint32Array, rate: number, withNorms: boolean) {
    const batch = batches.take(chosen)
    try {
      return stepper.step(batch, rate, withNorms)
    } finally {
      batch.release()
    }
  }

  async function run(epoch: number, onStep: OnStep): Promise<EpochRun> {
    const rate = plan.learningRates[epoch - 1] as number
    const order = permutation(rows, shuffle)
    const tally = new Tally(tf)
    try {
      const norms = new Means(watch.groups.length)
      for (let step = 1; step <= stepsPerEpoch; step++) {
        const chosen = order.subarray((step - 1) * plan.batchSize, step * plan.batchSize)
        const result = takeStep(chosen, rate, (step - 1) % normEvery === 0)
        tally.add(result.loss, result.prediction)
        if (result.norms) norms.add(await result.norms.data())
        result.norms?.dispose()
        const goOn = await onStep(epoch, step, async () => (await result.loss.data())[0] as number)
        if (tally.due && !(await tally.flush())) break
        if (!goOn) return { end: 'cut', point: null }
      }
      const sound = await tally.flush()
      const predictions = tally.predictions()
      const truth = Float32Array.from(order.subarray(0, predictions.length / outputs), (row) => labels[row] as number)
      const validated = await validate()
      const shares = watch.shares(probe)
      const point = {
        epoch,
        loss: finite(tally.loss),
        metric: finite(measure(job.metric, unscaled(predictions, scale), truth)),
        valLoss: finite(validated?.loss),
        valMetric: finite(validated?.metric),
        learningRate: rate,
        layers: watch.report(norms.means().map(finite), shares && (await shares.data())),
      }
      shares?.dispose()
      return { end: sound ? 'whole' : 'diverged', point }
    } finally {
      tally.dispose()
    }
  }

  const totalLoss = lossOf(tf, model, plan.loss)
  async function validate(): Promise<{ loss: number; metric: number } | null> {
    if (!held) return null
    const { x, target, labels: truth } = held
    const answer = await predictRows(tf, model, x, outputs)
    const loss = tf.tidy(() => totalLoss(tensorOf(tf, answer), target, null))
    const [value] = await loss.data()
    loss.dispose()
    return { loss: value as number, metric: measure(job.metric, unscaled(answer.data, scale), truth) }
  }

  return {
    stepsPerEpoch,
    run,
    /** How far the answers of each hidden layer spread, as the weights are now. */
    spreads: () => watch.spreads(probe),
    /** How the steps so far ran. */
    compilation: () => ({ compiledSteps: stepper.compiledSteps, eagerBecause: stepper.eagerBecause }),
    dispose() {
      stepper.dispose()
      batches.dispose()
      probe.dispose()
      if (held) tf.dispose([held.x, held.target])
    },
  }
}

class Means {
  private readonly sums: number[]
  private count = 0
  constructor(size: number) {
    this.sums = Array.from({ length: size }, () => 0)
  }
  add(values: ArrayLike<number>): void {
    this.sums.forEach((sum, i) => {
      this.sums[i] = sum + (values[i] as number)
    })
    this.count++
  }
  means(): number[] {
    return this.sums.map((sum) => sum / this.count)
  }
}

/** JSON has no NaN. */
export const finite = (value: number | undefined): number | null =>
  value !== undefined && Number.isFinite(value) ? value : null
