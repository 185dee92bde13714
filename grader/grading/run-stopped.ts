import type { RunError } from '#lib/contract/report.ts'
import type { Verdict } from '#lib/domain/verdict.ts'

/**
 * The learner's code ended the run before a score. Thrown inside grader/grading alone and turned into a report in one
 * place (grade.ts): the pipeline has ten steps, each of which may end it.
 */
export class RunStopped extends Error {
  constructor(readonly error: RunError & { kind: Exclude<Verdict, 'scored' | 'platform_error'> }) {
    super(error.message)
  }
}
