import type { Tensor, Tensor2D, Tensor3D } from '@tensorflow/tfjs'
import type { Tf } from '#lib/training/tf.ts'
import type { Fragments } from '../graph/fragments.ts'
import type { Output } from '../graph/graph-writer.ts'
import { type Gate, gatesOf } from './gates.ts'
import { installSequenceKernel, projectInput } from './recurrent-layer.ts'
import type { DropOut } from './seeded-dropout.ts'
import { bothWays, type StepMask, statesBefore, type TimeLoop, weightGradient } from './time-loop.ts'

/**
 * Runs `tf.layers.gru` as one loop in libtensorflow, the input's product taken once for all time steps, and one loop
 * back for a gradient written by hand.
 *
 *     z, r = gate(xW + hU),  c = tanh(xW + (r·h)U),  h' = c + z·(h − c)
 */
export function installGruLoop(tf: Tf, fragments: Fragments, drop: DropOut): void {
  const kernels = new Map([...gatesOf(tf)].map(([name, gate]) => [name, { gate, run: gruLoop(tf, fragments, gate) }]))
  installSequenceKernel(
    tf,
    drop,
    tf.layers.gru({ units: 1 }),
    ({ activation, recurrentActivation }) =>
      activation.getClassName() === 'tanh' && kernels.has(recurrentActivation.getClassName()),
    (x, cell, mask) => {
      const { units } = cell
      const { gate, run } = kernels.get(cell.recurrentActivation.getClassName()) as { gate: Gate; run: GruLoop }
      const [xGates, xCandidate] = tf.split(projectInput(tf, x, cell), [2 * units, units], 2) as [Tensor3D, Tensor3D]
      const [uGates, uCandidate] = tf.split(cell.recurrentKernel.read(), [2 * units, units], 1) as [Tensor2D, Tensor2D]
      return run(mask, gate.prepare(xGates), xCandidate, gate.scaled(uGates), uCandidate)
    },
  )
}

type GruLoop = (mask: StepMask, ...inputs: [Tensor3D, Tensor3D, Tensor2D, Tensor2D]) => Tensor3D

function gruLoop(tf: Tf, fragments: Fragments, gate: Gate): GruLoop {
  const loops = bothWays(tf, fragments, {
    forth: (masked) => forth(gate, masked),
    back: (masked) => back(gate, masked),
  })
  return (mask, ...inputs) => {
    const { forth, back, counted } = loops(mask)
    return tf.customGrad((...args: unknown[]) => {
      const [xGates, xCandidate, uGates, uCandidate, save] = args as [...typeof inputs, (tensors: Tensor[]) => void]
      const initial = tf.zeros([xCandidate.shape[1], xCandidate.shape[2]]) as Tensor2D
      const [h, trace, candidate] = forth({
        sequences: [xGates, xCandidate, ...counted],
        initial,
        constants: [uGates, uCandidate],
      }) as [Tensor3D, Tensor3D, Tensor3D]
      save([initial, uGates, uCandidate, h, trace, candidate, ...counted])
      const gradFunc = (dy: Tensor, saved: Tensor[]): Tensor[] => {
        const [initial, uGates, uCandidate, h, trace, candidate, ...counted] = saved as [
          ...[Tensor2D, Tensor2D, Tensor2D, Tensor3D, Tensor3D, Tensor3D],
          ...Tensor3D[],
        ]
        const before = statesBefore(tf, initial, h)
        const gates = gate.gateOf(trace)
        const [dGates, dCandidate] = back({
          sequences: [dy as Tensor3D, gates, trace, candidate, before, ...counted],
          initial,
          constants: [uGates, uCandidate],
        }) as [Tensor3D, Tensor3D]
        const [, r] = tf.split(gates, 2, 2) as [Tensor3D, Tensor3D]
        return [
          dGates,
          dCandidate,
          weightGradient(tf, before, dGates),
          weightGradient(tf, tf.mul(r, before), dCandidate),
        ]
      }
      return { value: h, gradFunc }
    })(...inputs) as Tensor3D
  }
}

const forth = (gate: Gate, masked: boolean): TimeLoop => ({
  backwards: false,
  masked,
  states: 1,
  keeps: 3,
  step(step) {
    const { graph } = step
    const [xGates, xCandidate] = step.rows as [Output, Output]
    const [uGates, uCandidate] = step.constants as [Output, Output]
    const [h] = step.states as [Output]
    const { gate: zr, trace } = gate.open(step, graph.add(xGates, graph.matMul(h, uGates)))
    const [z, r] = graph.split(step.lastAxis, zr, 2) as [Output, Output]
    const candidate = graph.unary('Tanh', graph.add(xCandidate, graph.matMul(graph.mul(r, h), uCandidate)))
    const next = step.masked(graph.add(candidate, graph.mul(z, graph.sub(h, candidate))), h)
    return { states: [next], kept: [next, trace, candidate] }
  },
})

const back = (gate: Gate, masked: boolean): TimeLoop => ({
  backwards: true,
  masked,
  states: 1,
  keeps: 2,
  step(step) {
    const { graph, lastAxis } = step
    const [dy, gates, trace, c, h] = step.rows as [Output, Output, Output, Output, Output]
    const [uGates, uCandidate] = step.constants as [Output, Output]
    const { here: dh, past } = step.parted(graph.add(dy, step.states[0] as Output))
    const [z, r] = graph.split(lastAxis, gates, 2) as [Output, Output]
    const carried = graph.mul(dh, z)
    const dCandidate = graph.gradient('TanhGrad', c, graph.sub(dh, carried))
    const dReset = graph.matMul(dCandidate, uCandidate, true)
    const dOpen = graph.concat(lastAxis, graph.mul(dh, graph.sub(h, c)), graph.mul(dReset, h))
    const dGate = gate.gradient(step, trace, dOpen)
    const dBefore = graph.add(graph.add(carried, graph.mul(dReset, r)), graph.matMul(dGate, uGates, true))
    return { states: [graph.sum(dBefore, past)], kept: [dGate, dCandidate] }
  },
})
