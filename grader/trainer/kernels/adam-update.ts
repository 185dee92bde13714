import type { Tensor } from '@tensorflow/tfjs'
import { ADAM_KERNEL, BETA1, BETA2 } from '#lib/training/optimizers.ts'
import type { Tf } from '#lib/training/tf.ts'
import type { Fragment, Fragments } from '../graph/fragments.ts'
import type { GraphWriter, Output } from '../graph/graph-writer.ts'
import { nativeBackend } from './native-backend.ts'

/**
 * Adam's update through libtensorflow's ResourceApplyAdam: one pass over the weights, where the formula written out takes
 * eleven. On a wide dense network that was a third of a step.
 */
export function installAdamUpdate(tf: Tf, fragments: Fragments): void {
  // On a GPU each run of a fragment would bring the weights to the host and back.
  if (nativeBackend(tf).isUsingGpuDevice) return
  tf.registerKernel({
    kernelName: ADAM_KERNEL,
    backendName: 'tensorflow',
    kernelFunc: ({ inputs }) => {
      const { weights, gradient, first, second, rate, epsilon } = inputs as Record<string, Tensor>
      return fragments.run(adamUpdate, [weights, gradient, first, second, rate, epsilon] as Tensor[])
    },
  })
}

const FLOAT_VARIABLE = { dtype: { type: 'float32' } } as const

/**
 * The operation writes to variables. These last for one run only: they are given what came in, and read once it is done,
 * so that the weights stay the caller's.
 */
const adamUpdate: Fragment = {
  build(graph, [weights, gradient, first, second, rate, epsilon]) {
    const variables = [weights, first, second].map((value) => assigned(graph, value as Output))
    const zero = graph.float(0)
    // With powers of 0 the operation takes the rate as it is: bias has been put right in it.
    const numbers = [zero, zero, rate, graph.float(BETA1), graph.float(BETA2), epsilon] as Output[]
    const applied = graph.node(
      'ResourceApplyAdam',
      [
        ...variables.map(({ handle }) => handle),
        ...numbers,
        gradient as Output,
        ...variables.map(({ done }) => `^${done}`),
      ],
      { T: { type: 'float32' }, use_locking: { bool: false }, use_nesterov: { bool: false } },
    )
    return variables.map(({ handle }) => graph.node('ReadVariableOp', [handle, `^${applied}`], FLOAT_VARIABLE))
  },
}

/** A variable of a name of its own that holds `value` once `done` has run. */
function assigned(graph: GraphWriter, value: Output): { handle: Output; done: Output } {
  const name = graph.freshName('variable')
  const handle = graph.named(name, 'VarHandleOp', [], {
    ...FLOAT_VARIABLE,
    shape: { shape: null },
    container: { string: '' },
    shared_name: { string: name },
  })
  return { handle, done: graph.node('AssignVariableOp', [handle, value], FLOAT_VARIABLE) }
}
