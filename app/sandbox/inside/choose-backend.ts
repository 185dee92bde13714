import { sliceRows } from '#lib/contract/rows.ts'
import { BACKENDS, type Backend } from '#lib/contract/sandbox-protocol.ts'
import type { Tf } from '#lib/training/tf.ts'
import { train } from '#lib/training/train.ts'
import type { Meter, TrainingJob } from '#lib/training/training-job.ts'

const QUIET = { model() {}, step() {}, epoch() {} }

/**
 * The first backend that can train this very model, found by training it for one small epoch: WebAssembly, for one, has no
 * gradients of convolutions and embeddings. Plain JavaScript has everything and is tried last, so what fails there is
 * the model's own fault; the real training will say so.
 */
export async function chooseBackend(
  tf: Tf,
  job: TrainingJob,
  meter: Meter,
  candidates: readonly Backend[],
): Promise<Backend> {
  const trial = trialOf(job)
  for (const name of candidates) {
    if (name === 'cpu') break
    if (await fits(tf, name, trial, meter)) return name
  }
  await tf.setBackend('cpu')
  return 'cpu'
}

/** WebGL only where a graphics card draws: a software renderer is many times slower than WebAssembly. */
export const usableBackends = (): Backend[] => BACKENDS.filter((name) => name !== 'webgl' || hasGraphicsCard())

function trialOf(job: TrainingJob): TrainingJob {
  const { validationSplit: _, earlyStopping: __, classWeight: ___, ...plan } = job.plan
  const rows = Math.min(job.x.shape[0] ?? 0, plan.batchSize, 32)
  return {
    ...job,
    plan: { ...plan, epochs: 1, learningRates: plan.learningRates.slice(0, 1) },
    x: sliceRows(job.x, 0, rows),
    y: sliceRows(job.y, 0, rows),
  }
}

async function fits(tf: Tf, name: Backend, trial: TrainingJob, meter: Meter): Promise<boolean> {
  try {
    if (!(await tf.setBackend(name))) return false
    const outcome = await train(tf, trial, meter, QUIET)
    if (!outcome.ok) return false
    outcome.trained.dispose()
    return true
  } catch {
    // A kernel that is missing.
    return false
  }
}

function hasGraphicsCard(): boolean {
  if (typeof OffscreenCanvas === 'undefined') return false
  const gl = new OffscreenCanvas(1, 1).getContext('webgl2')
  const info = gl?.getExtension('WEBGL_debug_renderer_info')
  const renderer = gl && info ? String(gl.getParameter(info.UNMASKED_RENDERER_WEBGL)) : ''
  return renderer !== '' && !/swiftshader|llvmpipe|software|basic render/i.test(renderer)
}
