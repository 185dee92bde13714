import type { GradeReport } from '#lib/contract/report.ts'
import { bytesOf } from '#lib/contract/rows.ts'
import { gradeFunctions } from './grading/grade-functions.ts'
import { gradeModel } from './grading/grade-model.ts'
import { type GradeInput, GradingRun } from './grading/grading-run.ts'
import { scoredReport, stoppedReport } from './grading/report.ts'
import { RunStopped } from './grading/run-stopped.ts'
import { startStopwatch } from './grading/stopwatch.ts'

export interface Graded {
  report: GradeReport
  /** The kept weights, float32, in the order of `model.getWeights()`; null where nothing was trained. */
  weights: Uint8Array | null
  /** What the report names by hash besides the weights: the topology's text, and the sample's rows. */
  alongside: Uint8Array[]
}

/**
 * Grades one submission, from TypeScript to points. Whatever the learner's code does ends in a report.
 * @throws TrainerFault, or another Error, when something of ours failed: the run is then tried again
 */
export async function gradeSolution(input: GradeInput): Promise<Graded> {
  const run = new GradingRun(input, startStopwatch())
  try {
    run.phase('compiling')
    const solution = await run.watch.time('compile', () => run.compile())
    const { exercise } = input.bundle
    const findings = await run.untilAborted(
      exercise.kind === 'model' ? gradeModel(run, solution, exercise) : gradeFunctions(run, solution, exercise),
    )
    const alongside = [
      ...(findings.topology ? [new TextEncoder().encode(findings.topology)] : []),
      ...(findings.sample ? [bytesOf(findings.sample)] : []),
    ]
    return { report: scoredReport(run, findings), weights: findings.weights, alongside }
  } catch (error) {
    if (!(error instanceof RunStopped)) throw error
    return { report: stoppedReport(run, error.error), weights: null, alongside: [] }
  } finally {
    await run.close()
  }
}
