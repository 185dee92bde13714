import type { Tensor, Tensor2D, Tensor3D } from '@tensorflow/tfjs'
import type { Tf } from '#lib/training/tf.ts'
import { type Gate, gatesOf } from './gates.ts'
import { floatType, type NativeBackend, nativeBackend } from './native-backend.ts'
import { installSequenceKernel } from './recurrent-layer.ts'
import type { DropOut } from './seeded-dropout.ts'

/** What one time step leaves for the way back. */
interface Step {
  hBefore: Tensor
  cBefore: Tensor
  i: Tensor
  f: Tensor
  o: Tensor
  candidate: Tensor
  trace: Tensor
  /** tanh(c) */
  squashed: Tensor
}
const KEPT = 8
type StepTensors = [Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor]

/**
 * Runs `tf.layers.lstm` of hard sigmoids, which libtensorflow's own kernel cannot do, with the input's product taken once
 * for all time steps and a gradient written by hand.
 *
 *     i, f, o = gate(xW + hU),  g = tanh(xW + hU),  c' = f·c + i·g,  h' = o·tanh(c')
 */
export function installUnrolledLstm(tf: Tf, drop: DropOut): void {
  const backend = nativeBackend(tf)
  const gate = gatesOf(tf, backend).get('hardSigmoid') as Gate
  /** tfjs's order i, f, g, o made i, f, o, g: the gates side by side. */
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
      activation.getClassName() === 'tanh' && recurrentActivation.getClassName() === 'hardSigmoid',
    (x, { units, kernel, recurrentKernel, bias }) => {
      const [steps, batch, features] = x.shape
      const product = tf.matMul(x.reshape([steps * batch, features]), kernel.read() as Tensor2D)
      const projected = (bias ? tf.add(product, bias.read()) : product).reshape([steps, batch, 4 * units])
      const [xGates, xCandidate] = parts(projected) as [Tensor3D, Tensor3D]
      const [uGates, uCandidate] = parts(recurrentKernel.read()) as [Tensor2D, Tensor2D]
      return unrolled(
        tf,
        backend,
        gate,
        tf.concat([gate.prepare(xGates), xCandidate], 2),
        tf.concat([gate.scaled(uGates), uCandidate], 1),
      )
    },
  )
}

function unrolled(tf: Tf, backend: NativeBackend, gate: Gate, ...inputs: [Tensor3D, Tensor2D]): Tensor3D {
  const type = [floatType(backend)]
  const tanhGradient = (y: Tensor, dy: Tensor) => backend.executeSingleOutput('TanhGrad', type, [y, dy]) as Tensor
  const units = inputs[1].shape[0]
  const flat = (steps: Tensor[]) => tf.concat(steps, 0) as Tensor2D

  return tf.customGrad((...args: unknown[]) => {
    const [x, u, save] = args as [...typeof inputs, (tensors: Tensor[]) => void]
    const kept: StepTensors[] = []
    const states: Tensor[] = []
    let h: Tensor = tf.zeros([x.shape[1], units])
    let c = h
    for (const xt of tf.unstack(x)) {
      const [gates, argument] = tf.split(tf.add(xt, tf.matMul(h, u)), [3 * units, units], 1) as [Tensor, Tensor]
      const { gate: opened, trace } = gate.open(gates)
      const [i, f, o] = tf.split(opened, 3, 1) as [Tensor, Tensor, Tensor]
      const candidate = tf.tanh(argument)
      const next = tf.add(tf.mul(f, c), tf.mul(i, candidate))
      const squashed = tf.tanh(next)
      kept.push([h, c, i, f, o, candidate, trace, squashed])
      c = next
      h = tf.mul(o, squashed)
      states.push(h)
    }
    save([u, ...kept.flat()])

    const gradFunc = (dy: Tensor, saved: Tensor[]): Tensor[] => {
      const [u, ...rest] = saved as [Tensor2D, ...Tensor[]]
      const steps = Array.from({ length: rest.length / KEPT }, (_, t): Step => {
        const [hBefore, cBefore, i, f, o, candidate, trace, squashed] = rest.slice(t * KEPT) as StepTensors
        return { hBefore, cBefore, i, f, o, candidate, trace, squashed }
      })
      const dyOf = tf.unstack(dy)
      const dArguments: Tensor[] = []
      let dh = dyOf.at(-1) as Tensor
      let dcAfter: Tensor | null = null
      for (let t = steps.length - 1; t >= 0; t--) {
        const { cBefore, i, f, o, candidate, trace, squashed } = steps[t] as Step
        const dcHere = tanhGradient(squashed, tf.mul(dh, o))
        const dc: Tensor = dcAfter ? tf.add(dcHere, dcAfter) : dcHere
        const dOpened = tf.concat([tf.mul(dc, candidate), tf.mul(dc, cBefore), tf.mul(dh, squashed)], 1)
        const dArgument = tf.concat([gate.gradient(trace, dOpened), tanhGradient(candidate, tf.mul(dc, i))], 1)
        dArguments[t] = dArgument
        if (t > 0) {
          dcAfter = tf.mul(dc, f)
          dh = tf.add(dyOf[t - 1] as Tensor, tf.matMul(dArgument as Tensor2D, u, false, true))
        }
      }
      const rows = flat(dArguments)
      const [time, batch] = dy.shape as [number, number, number]
      return [
        rows.reshape([time, batch, 4 * units]),
        tf.matMul(flat(steps.map(({ hBefore }) => hBefore)), rows, true, false),
      ]
    }
    return { value: tf.stack(states), gradFunc }
  })(...inputs) as Tensor3D
}
