import type { LayersModel, Tensor } from '@tensorflow/tfjs'
import { NO_EPOCH, observe } from './best-epoch.ts'
import type { Compile } from './compile.ts'
import type { DealtRows } from './deal-rows.ts'
import { epochRunner, finite } from './epoch-runner.ts'
import type { Tf } from './tf.ts'
import type { Meter, TrainingJob, TrainingListener, TrainingSummary } from './training-job.ts'

/** At most ten `step` events a second. */
const STEP_EVENT_MS = 100

/** The first step threw: TensorFlow.js cannot differentiate this model, or not on these rows. */
export class Untrainable extends Error {}

/**
 * Fits the model in place, epoch by epoch, until the plan ends, early stopping ends it, the loss is no number any
 * more, or the CPU-seconds are spent. With `restoreBest` the weights of the best epoch are put back.
 * @throws Untrainable
 */
export async function fitModel(
  tf: Tf,
  job: TrainingJob,
  model: LayersModel,
  dealt: DealtRows,
  meter: Meter,
  listener: TrainingListener,
  compile?: Compile,
): Promise<TrainingSummary> {
  const { epochs, earlyStopping } = job.plan
  const startCpu = meter.cpuSeconds()
  const startMs = meter.wallMs()
  // The first step is told at once: who waits sees that it trains.
  let lastEventMs = Number.NEGATIVE_INFINITY
  let steps = 0
  const onStep = async (epoch: number, step: number, loss: () => Promise<number>): Promise<boolean> => {
    steps++
    const now = meter.wallMs()
    if (now - lastEventMs >= STEP_EVENT_MS) {
      lastEventMs = now
      listener.step({ epoch, step, loss: finite(await loss()) })
      await letOthersRun()
    }
    return meter.cpuSeconds() - startCpu <= job.maxCpuSeconds
  }

  const runner = epochRunner(tf, job, model, dealt, compile)
  listener.model({ params: model.countParams(), layers: model.layers.length, stepsPerEpoch: runner.stepsPerEpoch })
  let outcome: TrainingSummary['outcome'] = 'completed'
  let epochsRun = 0
  let best = NO_EPOCH
  let bestWeights: Tensor[] = []
  try {
    const startSpreads = await runner.spreads()
    while (epochsRun < epochs && outcome === 'completed') {
      const epoch = epochsRun + 1
      const { end, point } = await runner.run(epoch, onStep)
      if (point === null) {
        outcome = 'cpu-limit'
        break
      }
      epochsRun = epoch
      listener.epoch({ ...point, seconds: (meter.wallMs() - startMs) / 1000 })
      if (end === 'diverged') {
        outcome = 'diverged'
        break
      }
      best = observe(best, epoch, point.valLoss ?? point.loss ?? Number.POSITIVE_INFINITY)
      if (earlyStopping?.restoreBest && best.epoch === epoch) {
        tf.dispose(bestWeights)
        // A clone shares its buffer until the weight moves on, so this copies nothing.
        bestWeights = model.getWeights().map((weight) => weight.clone())
      }
      if (earlyStopping && best.waited >= earlyStopping.patience) outcome = 'stopped-early'
    }
    const restoredBest = bestWeights.length > 0 && (best.epoch !== epochsRun || outcome === 'cpu-limit')
    if (restoredBest) model.setWeights(bestWeights)
    return {
      outcome,
      epochsRun,
      bestEpoch: best.epoch,
      restoredBest,
      steps,
      startSpreads,
      ...runner.compilation(),
      cpuSeconds: meter.cpuSeconds() - startCpu,
    }
  } catch (error) {
    if (steps > 0) throw error
    throw new Untrainable('the first step failed', { cause: error })
  } finally {
    tf.dispose(bestWeights)
    runner.dispose()
  }
}

/** Lets messages in and out between steps: a training that blocks its thread could not be stopped. */
const letOthersRun = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0))
