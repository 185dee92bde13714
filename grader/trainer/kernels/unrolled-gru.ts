import type { Tensor, Tensor2D, Tensor3D } from '@tensorflow/tfjs'
import type { Tf } from '#lib/training/tf.ts'
import { type Gate, gatesOf } from './gates.ts'
import { floatType, type NativeBackend, nativeBackend } from './native-backend.ts'
import { installSequenceKernel } from './recurrent-layer.ts'
import type { DropOut } from './seeded-dropout.ts'

/** What one time step leaves for the way back. */
interface Step {
  before: Tensor
  z: Tensor
  r: Tensor
  candidate: Tensor
  trace: Tensor
  reset: Tensor
}
type StepTensors = [Tensor, Tensor, Tensor, Tensor, Tensor, Tensor]
const STEP_KEYS = ['before', 'z', 'r', 'candidate', 'trace', 'reset'] as const

/**
 * Runs `tf.layers.gru` with the input's product taken once for all time steps, and a gradient written by hand: some 25
 * operations a time step, forth and back, where TensorFlow.js's composed ones are about 110.
 *
 *     z, r = gate(xW + hU),  c = tanh(xW + (r·h)U),  h' = c + z·(h − c)
 */
export function installUnrolledGru(tf: Tf, drop: DropOut): void {
  const backend = nativeBackend(tf)
  const gates = gatesOf(tf, backend)
  installSequenceKernel(
    tf,
    drop,
    tf.layers.gru({ units: 1 }),
    ({ activation, recurrentActivation }) =>
      activation.getClassName() === 'tanh' && gates.has(recurrentActivation.getClassName()),
    (x, { units, kernel, recurrentKernel, bias, recurrentActivation }) => {
      const gate = gates.get(recurrentActivation.getClassName()) as Gate
      const [steps, batch, features] = x.shape
      const product = tf.matMul(x.reshape([steps * batch, features]), kernel.read() as Tensor2D)
      const projected = (bias ? tf.add(product, bias.read()) : product).reshape([steps, batch, 3 * units])
      const [xGates, xCandidate] = tf.split(projected, [2 * units, units], 2) as [Tensor3D, Tensor3D]
      const [uGates, uCandidate] = tf.split(recurrentKernel.read(), [2 * units, units], 1) as [Tensor2D, Tensor2D]
      return unrolled(tf, backend, gate, gate.prepare(xGates), xCandidate, gate.scaled(uGates), uCandidate)
    },
  )
}

function unrolled(
  tf: Tf,
  backend: NativeBackend,
  gate: Gate,
  ...inputs: [Tensor3D, Tensor3D, Tensor2D, Tensor2D]
): Tensor3D {
  const type = [floatType(backend)]
  const tanhGradient = (y: Tensor, dy: Tensor) => backend.executeSingleOutput('TanhGrad', type, [y, dy]) as Tensor
  const units = inputs[1].shape[2]
  const flat = (steps: Tensor[]) => tf.concat(steps, 0) as Tensor2D

  return tf.customGrad((...args: unknown[]) => {
    const [xGates, xCandidate, uGates, uCandidate, save] = args as [...typeof inputs, (tensors: Tensor[]) => void]
    const candidates = tf.unstack(xCandidate)
    const steps: Step[] = []
    const states: Tensor[] = []
    let h: Tensor = tf.zerosLike(candidates[0] as Tensor)
    for (const [t, x] of tf.unstack(xGates).entries()) {
      const { gate: zr, trace } = gate.open(tf.add(x, tf.matMul(h, uGates)))
      const [z, r] = tf.split(zr, 2, 1) as [Tensor, Tensor]
      const reset = tf.mul(r, h)
      const candidate = tf.tanh(tf.add(candidates[t] as Tensor, tf.matMul(reset, uCandidate)))
      steps.push({ before: h, z, r, candidate, trace, reset })
      h = tf.add(candidate, tf.mul(z, tf.sub(h, candidate)))
      states.push(h)
    }
    save([uGates, uCandidate, ...steps.flatMap((step) => STEP_KEYS.map((key) => step[key]))])

    const gradFunc = (dy: Tensor, saved: Tensor[]): Tensor[] => {
      const [uGates, uCandidate, ...rest] = saved as [Tensor2D, Tensor2D, ...Tensor[]]
      const count = STEP_KEYS.length
      const steps = Array.from({ length: rest.length / count }, (_, t) => {
        const [before, z, r, candidate, trace, reset] = rest.slice(t * count) as StepTensors
        return { before, z, r, candidate, trace, reset }
      })
      const dyOf = tf.unstack(dy)
      const dGates: Tensor[] = []
      const dCandidates: Tensor[] = []
      let dh = dyOf.at(-1) as Tensor
      for (let t = steps.length - 1; t >= 0; t--) {
        const { before, z, r, candidate, trace } = steps[t] as Step
        const carried = tf.mul(dh, z)
        const dCandidate = tanhGradient(candidate, tf.sub(dh, carried))
        const dReset = tf.matMul(dCandidate, uCandidate, false, true)
        const dz = tf.mul(dh, tf.sub(before, candidate))
        const dGate = gate.gradient(trace, tf.concat([dz, tf.mul(dReset, before)], 1))
        dGates[t] = dGate
        dCandidates[t] = dCandidate
        if (t > 0)
          dh = tf.addN([dyOf[t - 1] as Tensor, carried, tf.mul(dReset, r), tf.matMul(dGate, uGates, false, true)])
      }
      const dGateRows = flat(dGates)
      const dCandidateRows = flat(dCandidates)
      const [time, batch] = dy.shape as [number, number, number]
      return [
        dGateRows.reshape([time, batch, 2 * units]),
        dCandidateRows.reshape([time, batch, units]),
        tf.matMul(flat(steps.map(({ before }) => before)), dGateRows, true, false),
        tf.matMul(flat(steps.map(({ reset }) => reset)), dCandidateRows, true, false),
      ]
    }
    return { value: tf.stack(states), gradFunc }
  })(...inputs) as Tensor3D
}
