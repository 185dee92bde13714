/** What became of a grading run. Closed: a new verdict must be handled wherever one is read. */
export const VERDICTS = [
  'scored',
  'compile_error',
  'contract_error',
  'runtime_error',
  'timed_out',
  'out_of_memory',
  'invalid_output',
  'platform_error',
] as const
export type Verdict = (typeof VERDICTS)[number]

/** A stored verdict; null for none and for a word that is not one. */
export const findVerdict = (word: string | null): Verdict | null => VERDICTS.find((verdict) => verdict === word) ?? null

export type Fault = 'nobody' | 'learner' | 'platform'

/** Whose fault a verdict is. A platform fault is retried and never costs an attempt. */
export function faultOf(verdict: Verdict): Fault {
  switch (verdict) {
    case 'scored':
      return 'nobody'
    case 'platform_error':
      return 'platform'
    case 'compile_error':
    case 'contract_error':
    case 'runtime_error':
    case 'timed_out':
    case 'out_of_memory':
    case 'invalid_output':
      return 'learner'
    default:
      return verdict satisfies never
  }
}
