import type { Tensor2D, Tensor3D } from '@tensorflow/tfjs'
import type { Tf } from '#lib/training/tf.ts'
import type { Output } from '../graph/graph-writer.ts'
import type { TimeStep } from './time-loop.ts'

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
  /** In a loop: the gate, and what its gradient needs. */
  open(step: TimeStep, argument: Output): { gate: Output; trace: Output }
  /** The gates of all turns at once. */
  gateOf(trace: Tensor3D): Tensor3D
  /** In a loop. */
  gradient(step: TimeStep, trace: Output, dGate: Output): Output
}

/** By the name of a layer's `recurrentActivation`. */
export function gatesOf(tf: Tf): ReadonlyMap<string, Gate> {
  const sigmoid: Gate = {
    prepare: (x) => x,
    scaled: (weights) => weights,
    open: ({ graph }, argument) => {
      const gate = graph.unary('Sigmoid', argument)
      return { gate, trace: gate }
    },
    gateOf: (trace) => trace,
    gradient: ({ graph }, trace, dGate) => graph.gradient('SigmoidGrad', trace, dGate),
  }
  const hardSigmoid: Gate = {
    prepare: (x) => tf.add(tf.mul(x, 1.2), 3),
    scaled: (weights) => tf.mul(weights, 1.2),
    open: ({ graph, float }, argument) => {
      const trace = graph.unary('Relu6', argument)
      return { gate: graph.mul(trace, float(1 / 6)), trace }
    },
    gateOf: (trace) => tf.mul(trace, 1 / 6),
    gradient: ({ graph, float }, trace, dGate) => graph.gradient('Relu6Grad', graph.mul(dGate, float(1 / 6)), trace),
  }
  return new Map([
    ['sigmoid', sigmoid],
    ['hardSigmoid', hardSigmoid],
  ])
}
