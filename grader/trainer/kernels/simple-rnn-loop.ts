import type { Tensor, Tensor2D, Tensor3D } from '@tensorflow/tfjs'
import type { Tf } from '#lib/training/tf.ts'
import type { Fragments } from '../graph/fragments.ts'
import type { GraphWriter, Output } from '../graph/graph-writer.ts'
import { installSequenceKernel, projectInput } from './recurrent-layer.ts'
import type { DropOut } from './seeded-dropout.ts'
import { bothWays, type StepMask, statesBefore, type TimeLoop, weightGradient } from './time-loop.ts'

interface Activation {
  apply(graph: GraphWriter, argument: Output): Output
  /** @param answer what `apply` gave */
  gradient(graph: GraphWriter, answer: Output, d: Output): Output
}

const ACTIVATIONS = new Map<string, Activation>([
  ['tanh', { apply: (g, a) => g.unary('Tanh', a), gradient: (g, y, d) => g.gradient('TanhGrad', y, d) }],
  ['sigmoid', { apply: (g, a) => g.unary('Sigmoid', a), gradient: (g, y, d) => g.gradient('SigmoidGrad', y, d) }],
  ['relu', { apply: (g, a) => g.unary('Relu', a), gradient: (g, y, d) => g.gradient('ReluGrad', d, y) }],
  ['linear', { apply: (_, a) => a, gradient: (_, __, d) => d }],
])

/**
 * Runs `tf.layers.simpleRNN` as one loop in libtensorflow, the input's product taken once for all time steps, and one
 * loop back for a gradient written by hand.
 *
 *     h' = activation(xW + hU)
 */
export function installSimpleRnnLoop(tf: Tf, fragments: Fragments, drop: DropOut): void {
  const kernels = new Map([...ACTIVATIONS].map(([name, activation]) => [name, rnnLoop(tf, fragments, activation)]))
  installSequenceKernel(
    tf,
    drop,
    tf.layers.simpleRNN({ units: 1 }),
    ({ activation }) => kernels.has(activation.getClassName()),
    (x, cell, mask) => {
      const run = kernels.get(cell.activation.getClassName()) as RnnLoop
      return run(mask, projectInput(tf, x, cell), cell.recurrentKernel.read() as Tensor2D)
    },
  )
}

type RnnLoop = (mask: StepMask, ...inputs: [Tensor3D, Tensor2D]) => Tensor3D

function rnnLoop(tf: Tf, fragments: Fragments, activation: Activation): RnnLoop {
  const loops = bothWays(tf, fragments, {
    forth: (masked) => forth(activation, masked),
    back: (masked) => back(activation, masked),
  })
  return (mask, ...inputs) => {
    const { forth, back, counted } = loops(mask)
    return tf.customGrad((...args: unknown[]) => {
      const [x, u, save] = args as [...typeof inputs, (tensors: Tensor[]) => void]
      const initial = tf.zeros([x.shape[1], x.shape[2]]) as Tensor2D
      const [h] = forth({ sequences: [x, ...counted], initial, constants: [u] }) as [Tensor3D]
      save([initial, u, h, ...counted])
      const gradFunc = (dy: Tensor, saved: Tensor[]): Tensor[] => {
        const [initial, u, h, ...counted] = saved as [Tensor2D, Tensor2D, Tensor3D, ...Tensor3D[]]
        const sequences = [dy as Tensor3D, h, ...counted]
        const [dArgument] = back({ sequences, initial, constants: [u] }) as [Tensor3D]
        return [dArgument, weightGradient(tf, statesBefore(tf, initial, h), dArgument)]
      }
      return { value: h, gradFunc }
    })(...inputs) as Tensor3D
  }
}

const forth = (activation: Activation, masked: boolean): TimeLoop => ({
  backwards: false,
  masked,
  states: 1,
  keeps: 1,
  step({ graph, rows, states, constants, masked }) {
    const [x] = rows as [Output]
    const [h] = states as [Output]
    const argument = graph.add(x, graph.matMul(h, constants[0] as Output))
    const next = masked(activation.apply(graph, argument), h)
    return { states: [next], kept: [next] }
  },
})

const back = (activation: Activation, masked: boolean): TimeLoop => ({
  backwards: true,
  masked,
  states: 1,
  keeps: 1,
  step({ graph, rows, states, constants, parted }) {
    const [dy, after] = rows as [Output, Output]
    const { here, past } = parted(graph.add(dy, states[0] as Output))
    const dArgument = activation.gradient(graph, after, here)
    const dBefore = graph.matMul(dArgument, constants[0] as Output, true)
    return { states: [graph.sum(dBefore, past)], kept: [dArgument] }
  },
})
