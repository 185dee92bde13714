import type { SandboxFault } from '#lib/contract/sandbox-protocol.ts'
import type { faultReply } from '#lib/learner/answer-requests.ts'

/** What the learner's code did, with the verdict that the grader would give. */
export function sandboxFault({ fault, message, hint, at }: ReturnType<typeof faultReply>): SandboxFault {
  const outOfMemory = /Array buffer allocation failed|Invalid array buffer length/.test(message)
  return {
    verdict: outOfMemory ? 'out_of_memory' : fault,
    message,
    ...(hint ? { hint } : {}),
    ...(at ? { at } : {}),
  }
}
