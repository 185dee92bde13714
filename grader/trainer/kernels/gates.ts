import type { Tensor, Tensor2D, Tensor3D } from '@tensorflow/tfjs'
import type { Tf } from '#lib/training/tf.ts'
import { floatType, type NativeBackend } from './native-backend.ts'

/**
 * The activation of a recurrent cell's gates, with its gradient. hardSigmoid's 0.2·a + 0.5 clipped to [0, 1] is
 * relu6(1.2·a + 3) / 6, and libtensorflow has a kernel for relu6 and for its gradient; the linear part is taken once for
 * all time steps.
 */
export interface Gate {
  /** What the input adds to the gates' arguments. */
  prepare(x: Tensor3D): Tensor3D
  /** The recurrent weights that go with it. */
  scaled(weights: Tensor2D): Tensor2D
  /** The gate, and what its gradient needs. */
  open(argument: Tensor): { gate: Tensor; trace: Tensor }
  gradient(trace: Tensor, dGate: Tensor): Tensor
}

/** By the name of a layer's `recurrentActivation`. */
export function gatesOf(tf: Tf, backend: NativeBackend): ReadonlyMap<string, Gate> {
  const type = [floatType(backend)]
  const sigmoid: Gate = {
    prepare: (x) => x,
    scaled: (weights) => weights,
    open: (argument) => {
      const gate = tf.sigmoid(argument)
      return { gate, trace: gate }
    },
    gradient: (trace, dGate) => backend.executeSingleOutput('SigmoidGrad', type, [trace, dGate]) as Tensor,
  }
  const hardSigmoid: Gate = {
    prepare: (x) => tf.add(tf.mul(x, 1.2), 3),
    scaled: (weights) => tf.mul(weights, 1.2),
    open: (argument) => {
      const trace = tf.relu6(argument)
      return { gate: tf.mul(trace, 1 / 6), trace }
    },
    gradient: (trace, dGate) => backend.executeSingleOutput('Relu6Grad', type, [tf.mul(dGate, 1 / 6), trace]) as Tensor,
  }
  return new Map([
    ['sigmoid', sigmoid],
    ['hardSigmoid', hardSigmoid],
  ])
}
