import type { SlotName } from '../contract/slots.ts'

export type FaultKind = 'contract_error' | 'runtime_error' | 'timed_out' | 'invalid_output'

/** Something the learner's code did wrong, in words for them. Carried to the main loop, which answers with it. */
export class LearnerFault extends Error {
  constructor(
    readonly fault: FaultKind,
    readonly slot: SlotName | null,
    message: string,
    readonly hint?: string,
  ) {
    super(message)
  }
}
