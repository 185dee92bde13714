import type { Dataset } from './dataset.ts'
import type { Exercise } from './exercise.ts'
import type { ContextData } from './learner-protocol.ts'

/** What the learner's code is told of its exercise: the same in the grader and in the browser. */
export function contextOf(exercise: Exercise, dataset: Dataset | null, trainRows: number): ContextData {
  if (!dataset) return { inputShape: [], outputs: 1, task: exercise.task, nTrain: 0, limits: {} }
  const { maxSeconds: _, ...limits } = exercise.limits
  return {
    inputShape: dataset.shape,
    outputs: dataset.outputs,
    task: exercise.task,
    nTrain: trainRows,
    ...(dataset.vocabSize ? { vocabSize: dataset.vocabSize } : {}),
    limits,
  }
}
