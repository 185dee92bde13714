import { parsePlan } from '#lib/contract/parse-plan.ts'
import { bytesOf, type Rows, rowsFrom } from '#lib/contract/rows.ts'
import type { Backend, RunnerEvent, RunnerRequest } from '#lib/contract/sandbox-protocol.ts'
import { parseTopology } from '#lib/contract/topology.ts'
import type { RequestAnswerer } from '#lib/learner/answer-requests.ts'
import type { Tf } from '#lib/training/tf.ts'
import { train } from '#lib/training/train.ts'
import type { Meter, TrainingJob } from '#lib/training/training-job.ts'
import { chooseBackend } from './choose-backend.ts'

type TrainRequest = Extract<RunnerRequest, { kind: 'train' }>

/** A browser tells no processor time. Training has the worker to itself, so its wall time is near it. */
const meter: Meter = { cpuSeconds: () => performance.now() / 1000, wallMs: () => performance.now() }

const fault = ({ message, hint }: { message: string; hint?: string }): RunnerEvent => ({
  kind: 'fault',
  fault: { verdict: 'contract_error', message, ...(hint ? { hint } : {}) },
})

/**
 * The way of a model exercise, as the grader goes it up to the trained model: the same slots, the same checks, the same
 * seed, the same training code. What the grader does beyond it (hidden rows, the score) cannot happen here.
 */
export async function trainSolution(
  tf: Tf,
  answerer: RequestAnswerer,
  request: TrainRequest,
  backends: readonly Backend[],
  send: (event: RunnerEvent) => void,
): Promise<void> {
  send({ kind: 'phase', phase: 'preparing' })
  const { solution, starter, slots, context, seed, x, y } = request
  const loaded = await answerer.answer({ kind: 'load', solution, starter, slots, context, seed }, new Uint8Array())
  if (loaded.header.kind !== 'loaded') throw new Error('not loaded')
  for (const message of loaded.header.notices) send({ kind: 'notice', message })
  const built = await answerer.answer({ kind: 'build', xShape: x.shape, yShape: y.shape }, joined(x, y))
  if (built.header.kind !== 'built' || !built.body) throw new Error('not built')

  send({ kind: 'phase', phase: 'building' })
  const topology = parseTopology(built.header.topology)
  if (!topology.ok) return send(fault(topology))
  const plan = parsePlan(built.header.plan, request.task, { maxEpochs: request.maxEpochs })
  if (!plan.ok) return send(fault(plan))
  const job: TrainingJob = {
    topology: topology.topology.json,
    plan: plan.plan,
    task: request.task,
    outputs: request.outputs,
    metric: request.metric,
    seed,
    maxCpuSeconds: request.maxSeconds,
    ordered: request.ordered,
    x: rowsFrom(built.body, built.header.shape),
    y,
  }
  send({ kind: 'backend', name: await chooseBackend(tf, job, meter, backends) })

  send({ kind: 'phase', phase: 'training' })
  let stepsPerEpoch = 0
  const outcome = await train(tf, job, meter, {
    model(size) {
      stepsPerEpoch = size.stepsPerEpoch
      send({ kind: 'model', ...size, epochs: plan.plan.epochs })
    },
    step: (step) => send({ kind: 'step', ...step, stepsPerEpoch }),
    epoch: (point) => send({ kind: 'epoch', point }),
  })
  if (!outcome.ok) return send(fault(outcome))
  const { summary } = outcome
  send({
    kind: 'trained',
    outcome: summary.outcome,
    epochsRun: summary.epochsRun,
    bestEpoch: summary.bestEpoch,
    restoredBest: summary.restoredBest,
  })
  outcome.trained.dispose()
  send({ kind: 'done' })
}

function joined(x: Rows, y: Rows): Uint8Array {
  const body = new Uint8Array(x.data.byteLength + y.data.byteLength)
  body.set(bytesOf(x))
  body.set(bytesOf(y), x.data.byteLength)
  return body
}
