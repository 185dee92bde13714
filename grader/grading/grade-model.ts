import { sha256 } from '#lib/catalogue/keyed-hash.ts'
import { contextOf } from '#lib/contract/context-of.ts'
import type { ModelExercise } from '#lib/contract/exercise.ts'
import { parsePlan } from '#lib/contract/parse-plan.ts'
import { type Rows, sliceRows } from '#lib/contract/rows.ts'
import type { EpochPoint } from '#lib/contract/telemetry.ts'
import { parseTopology } from '#lib/contract/topology.ts'
import type { TrainerReply } from '#lib/contract/trainer-protocol.ts'
import { diagnose } from '#lib/domain/diagnosis/diagnose.ts'
import type { Transpiled } from '#lib/learner/transpile-rules.ts'
import { PredictionRefused } from '../trainer/trainer.ts'
import { gatherEvidence } from './gather-evidence.ts'
import type { GradingRun } from './grading-run.ts'
import { buildAndPrepare } from './prepare-rows.ts'
import type { Findings } from './report.ts'
import { RunStopped } from './run-stopped.ts'
import { scoreModel } from './score-model.ts'

type Trained = Extract<TrainerReply, { kind: 'trained' }>

/** The way of a model exercise: learner box → data → trainer → predictions → score. */
export async function gradeModel(run: GradingRun, solution: Transpiled, exercise: ModelExercise): Promise<Findings> {
  const { dataset } = run.input.bundle
  if (!dataset) throw new Error(`${exercise.slug} has no dataset`)
  const { card, splits } = dataset
  const { maxSeconds, ...limits } = exercise.limits
  const context = contextOf(exercise, card, splits.train.x.shape[0] as number)

  run.phase('preparing')
  const built = await run.watch.time('prepare', async () => {
    const { session, notices } = await run.openBox(solution, context)
    run.tell(notices)
    return buildAndPrepare(run, solution, session, context, sha256(run.input.source))
  })
  run.leaveBoxes()
  const topology = parseTopology(built.topology)
  if (!topology.ok) throw contractError(topology)
  const plan = parsePlan(built.plan, exercise.task, limits)
  if (!plan.ok) throw contractError(plan)

  run.phase('building')
  const trainer = await run.input.trainer()
  run.engine = trainer.engine
  const curve: EpochPoint[] = []
  let params = 0
  let stepsPerEpoch = 0
  run.phase('training')
  const result = await run.watch.time('train', () =>
    trainer.train(
      {
        topology: JSON.stringify(topology.topology.json),
        plan: plan.plan,
        task: exercise.task,
        outputs: card.outputs,
        seed: run.seed,
        maxCpuSeconds: maxSeconds,
        ordered: card.ordered,
        metric: exercise.metric,
      },
      built.train,
      splits.train.y,
      {
        model(size) {
          params = size.params
          stepsPerEpoch = size.stepsPerEpoch
          run.input.onEvent({ ...size, epochs: plan.plan.epochs })
        },
        step: (step) => run.input.onEvent({ ...step, stepsPerEpoch }),
        epoch(point) {
          curve.push(point)
          run.input.onEvent({ kind: 'epoch', point })
        },
      },
    ),
  )
  if (!result.ok) throw contractError(result)
  run.trained = { curve, params, summary: summarise(result.trained), weightsHash: result.trained.weightsHash }
  const evidence = gatherEvidence(exercise, dataset, built, topology.topology, plan.plan, result.trained, curve)
  // What training alone shows; a run that ends before it is scored keeps it.
  run.diagnoses = diagnose(evidence)
  if (result.trained.outcome === 'cpu-limit')
    throw new RunStopped({
      kind: 'timed_out',
      message: `Training was stopped after ${maxSeconds} seconds of processor time, in epoch ${curve.length + 1} of ${plan.plan.epochs}.`,
      hint: 'Train fewer epochs, with a larger batch or a smaller model.',
    })

  run.phase('predicting')
  const predict = async (split: 'public' | 'private') => {
    try {
      return (await trainer.predict(built[split])).data
    } catch (error) {
      if (error instanceof PredictionRefused) throw invalidPredictions()
      throw error
    }
  }
  const predicted = await run.watch.time('predict', async () => ({
    public: await predict('public'),
    private: await predict('private'),
  }))
  for (const values of [predicted.public, predicted.private])
    if (!values.every((value) => Number.isFinite(value))) throw invalidPredictions()

  run.phase('scoring')
  const scored = await run.watch.time('score', () =>
    scoreModel({
      exercise,
      dataset,
      topology: topology.topology,
      plan: plan.plan,
      rows: evidence.rows,
      params,
      curve,
      startSpreads: result.trained.startSpreads,
      predicted,
    }),
  )
  run.diagnoses = diagnose({
    ...evidence,
    publicMetric: scored.metric.public,
    confusion: scored.confusion?.counts ?? null,
    failedChecks: scored.checks.filter(({ passed }) => !passed),
  })
  const cleaned = JSON.stringify(topology.topology.json)
  return {
    ...scored,
    topologyHash: sha256(cleaned),
    weights: result.weights,
    topology: cleaned,
    sample: sampleOf(built.train),
  }
}

const SAMPLE_PICTURES = 6

/** The first training pictures as the network saw them; null for rows that aren't pictures. */
const sampleOf = (train: Rows): Rows | null =>
  train.shape.length === 4 ? sliceRows(train, 0, Math.min(SAMPLE_PICTURES, train.shape[0] ?? 0)) : null

const contractError = ({ message, hint }: { message: string; hint?: string }) =>
  new RunStopped({ kind: 'contract_error', message, ...(hint ? { hint } : {}) })

const invalidPredictions = () =>
  new RunStopped({
    kind: 'invalid_output',
    message: 'Your trained model predicts values that are not finite numbers.',
    hint: 'The loss left the range of numbers while training. Divide the learning rate by 10, and scale the inputs.',
  })

const summarise = (trained: Trained) => ({
  epochsRun: trained.epochsRun,
  bestEpoch: trained.bestEpoch,
  stoppedEarly: trained.outcome === 'stopped-early',
  restoredBest: trained.restoredBest,
  steps: trained.steps,
  compiledSteps: trained.compiledSteps,
  eagerBecause: trained.eagerBecause,
  cpuSeconds: trained.cpuSeconds,
})
