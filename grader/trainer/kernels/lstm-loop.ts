import type { Tensor, Tensor2D, Tensor3D } from '@tensorflow/tfjs'
import type { Tf } from '#lib/training/tf.ts'
import type { Fragments } from '../graph/fragments.ts'
import type { Output } from '../graph/graph-writer.ts'
import { type Gate, gatesOf } from './gates.ts'
import { installSequenceKernel, projectInput } from './recurrent-layer.ts'
import type { DropOut } from './seeded-dropout.ts'
import { bothWays, type StepMask, statesBefore, type TimeLoop, weightGradient } from './time-loop.ts'

/**
 * Runs `tf.layers.lstm` as one loop in libtensorflow, the input's product taken once for all time steps, and one loop
 * back for a gradient written by hand: for what libtensorflow's own LSTM kernel cannot do, hard sigmoids and masks.
 *
 *     i, f, o = gate(xW + hU),  g = tanh(xW + hU),  c' = f·c + i·g,  h' = o·tanh(c')
 */
export function installLstmLoop(tf: Tf, fragments: Fragments, drop: DropOut): void {
  const kernels = new Map([...gatesOf(tf)].map(([name, gate]) => [name, { gate, run: lstmLoop(tf, fragments, gate) }]))
  /** tfjs's order i, f, g, o made i, f, o and g: the gates side by side. */
  const parts = (tensor: Tensor): [Tensor, Tensor] => {
    const axis = tensor.rank - 1
    const [i, f, g, o] = tf.split(tensor, 4, axis) as [Tensor, Tensor, Tensor, Tensor]
    return [tf.concat([i, f, o], axis), g]
  }
  installSequenceKernel(
    tf,
    drop,
    tf.layers.lstm({ units: 1 }),
    ({ activation, recurrentActivation }) =>
      activation.getClassName() === 'tanh' && kernels.has(recurrentActivation.getClassName()),
    (x, cell, mask) => {
      const { gate, run } = kernels.get(cell.recurrentActivation.getClassName()) as { gate: Gate; run: LstmLoop }
      const [xGates, xCandidate] = parts(projectInput(tf, x, cell)) as [Tensor3D, Tensor3D]
      const [uGates, uCandidate] = parts(cell.recurrentKernel.read()) as [Tensor2D, Tensor2D]
      return run(
        mask,
        tf.concat([gate.prepare(xGates), xCandidate], 2),
        tf.concat([gate.scaled(uGates), uCandidate], 1),
      )
    },
  )
}

type LstmLoop = (mask: StepMask, ...inputs: [Tensor3D, Tensor2D]) => Tensor3D

function lstmLoop(tf: Tf, fragments: Fragments, gate: Gate): LstmLoop {
  const loops = bothWays(tf, fragments, {
    forth: (masked) => forth(gate, masked),
    back: (masked) => back(gate, masked),
  })
  return (mask, ...inputs) => {
    const { forth, back, counted } = loops(mask)
    return tf.customGrad((...args: unknown[]) => {
      const [x, u, save] = args as [...typeof inputs, (tensors: Tensor[]) => void]
      const initial = tf.zeros([x.shape[1], u.shape[0]]) as Tensor2D
      const [h, c, trace, candidate] = forth({ sequences: [x, ...counted], initial, constants: [u] }) as [
        ...[Tensor3D, Tensor3D, Tensor3D, Tensor3D],
      ]
      save([initial, u, h, c, trace, candidate, ...counted])
      const gradFunc = (dy: Tensor, saved: Tensor[]): Tensor[] => {
        const [initial, u, h, c, trace, candidate, ...counted] = saved as [
          ...[Tensor2D, Tensor2D, Tensor3D, Tensor3D, Tensor3D, Tensor3D],
          ...Tensor3D[],
        ]
        const cBefore = statesBefore(tf, initial, c)
        const [dArgument] = back({
          sequences: [dy as Tensor3D, gate.gateOf(trace), trace, candidate, cBefore, tf.tanh(c), ...counted],
          initial,
          constants: [u],
        }) as [Tensor3D]
        return [dArgument, weightGradient(tf, statesBefore(tf, initial, h), dArgument)]
      }
      return { value: h, gradFunc }
    })(...inputs) as Tensor3D
  }
}

const forth = (gate: Gate, masked: boolean): TimeLoop => ({
  backwards: false,
  masked,
  states: 2,
  keeps: 4,
  step(step) {
    const { graph, lastAxis } = step
    const [x] = step.rows as [Output]
    const [u] = step.constants as [Output]
    const [h, c] = step.states as [Output, Output]
    const argument = graph.add(x, graph.matMul(h, u))
    const [iArgument, fArgument, oArgument, gArgument] = graph.split(lastAxis, argument, 4) as [
      ...[Output, Output, Output, Output],
    ]
    const { gate: opened, trace } = gate.open(step, graph.concat(lastAxis, iArgument, fArgument, oArgument))
    const [i, f, o] = graph.split(lastAxis, opened, 3) as [Output, Output, Output]
    const candidate = graph.unary('Tanh', gArgument)
    const cNext = graph.add(graph.mul(f, c), graph.mul(i, candidate))
    const hNext = graph.mul(o, graph.unary('Tanh', cNext))
    const states = [step.masked(hNext, h), step.masked(cNext, c)]
    return { states, kept: [...states, trace, candidate] }
  },
})

const back = (gate: Gate, masked: boolean): TimeLoop => ({
  backwards: true,
  masked,
  states: 2,
  keeps: 1,
  step(step) {
    const { graph, lastAxis } = step
    const [dy, gates, trace, g, cBefore, tanhC] = step.rows as [Output, Output, Output, Output, Output, Output]
    const [u] = step.constants as [Output]
    const [dhCarried, dcCarried] = step.states as [Output, Output]
    const { here: dh, past: dhPast } = step.parted(graph.add(dy, dhCarried))
    const { here: dcHere, past: dcPast } = step.parted(dcCarried)
    const [i, f, o] = graph.split(lastAxis, gates, 3) as [Output, Output, Output]
    // Where the step is masked `tanhC` is of another state, and the gradient that meets it is 0.
    const dc = graph.add(dcHere, graph.gradient('TanhGrad', tanhC, graph.mul(dh, o)))
    const dOpened = graph.concat(lastAxis, graph.mul(dc, g), graph.mul(dc, cBefore), graph.mul(dh, tanhC))
    const dCandidate = graph.gradient('TanhGrad', g, graph.mul(dc, i))
    const dArgument = graph.concat(lastAxis, gate.gradient(step, trace, dOpened), dCandidate)
    return {
      states: [graph.sum(graph.matMul(dArgument, u, true), dhPast), graph.sum(graph.mul(dc, f), dcPast)],
      kept: [dArgument],
    }
  },
})
