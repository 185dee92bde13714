import { NO_ANSWER } from '#lib/learner/no-answer.ts'
import type { BoxEnd } from '../box/box.ts'

export interface BoxEndDescription {
  verdict: 'timed_out' | 'out_of_memory' | 'runtime_error' | 'invalid_output'
  message: string
  hint?: string
}

/**
 * What a box's end means for the learner whose code ran in it. The box of a run that goes well is ended by us, after its
 * last answer, so every other end is the doing of the code inside.
 */
export function describeBoxEnd(end: BoxEnd): BoxEndDescription {
  switch (end.kind) {
    case 'cpu-limit':
      return {
        verdict: 'timed_out',
        message: 'Your code used up its processor time before it answered.',
        hint: 'Look for a loop that never ends, or work on single numbers that tensor operations could do at once.',
      }
    case 'reply-limit':
      return NO_ANSWER
    case 'out-of-memory':
      return {
        verdict: 'out_of_memory',
        message: 'Your code used more memory than there is.',
        hint: 'Look for arrays or tensors that grow in a loop. tf.tidy() frees the tensors made inside it.',
      }
    case 'output-limit':
      return {
        verdict: 'runtime_error',
        message: 'Your code printed far too much.',
        hint: 'Remove console output from loops.',
      }
    case 'protocol':
      return {
        verdict: 'invalid_output',
        message: 'Your code answered with something that is no answer.',
        hint: 'It must not write to the channel between your code and the grader.',
      }
    case 'exited':
    case 'killed':
      return {
        verdict: 'runtime_error',
        message: 'Your code ended the process it runs in.',
        hint: 'It must not call process.exit or crash the program; return a value instead.',
      }
    default:
      return end satisfies never
  }
}
