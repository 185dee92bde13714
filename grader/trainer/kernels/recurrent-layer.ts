import type { Tensor, Tensor2D, Tensor3D } from '@tensorflow/tfjs'
import type { Tf } from '#lib/training/tf.ts'
import type { DropOut } from './seeded-dropout.ts'
import type { StepMask } from './time-loop.ts'

interface Weight {
  read(): Tensor
}

/** What is read of tfjs's recurrent cells; its types keep most of it to themselves. */
export interface RecurrentCell {
  units: number
  activation: { getClassName(): string }
  recurrentActivation: { getClassName(): string }
  kernel: Weight
  recurrentKernel: Weight
  bias: Weight | null
  dropout: number
  recurrentDropout: number
  /** Of the last call in training on the stock path. */
  dropoutMask?: Tensor | Tensor[] | null
  recurrentDropoutMask?: Tensor | Tensor[] | null
}

interface RecurrentLayer {
  cell: RecurrentCell
  returnSequences: boolean
  returnState: boolean
  stateful: boolean
  goBackwards: boolean
}
interface CallArguments {
  training?: boolean
  /** [batch, time] */
  mask?: Tensor | null
  initialState?: unknown
}
type Call = (this: RecurrentLayer, inputs: Tensor | Tensor[], kwargs: CallArguments) => Tensor | Tensor[]

/** All states h [time, batch, units] of x [time, batch, features], from a state of zeros. */
export type SequenceKernel = (x: Tensor3D, cell: RecurrentCell, mask: StepMask) => Tensor3D

/**
 * Lets recurrent layers of one class run a whole sequence through a kernel. Weights and saved form stay the same. Layers
 * with recurrent dropout or a state handed in or out stay on the stock path, as do those that `fits` refuses.
 */
export function installSequenceKernel(
  tf: Tf,
  drop: DropOut,
  example: object,
  fits: (cell: RecurrentCell, masked: boolean) => boolean,
  kernel: SequenceKernel,
): void {
  const prototype = Object.getPrototypeOf(example) as { call: Call }
  const stock = prototype.call
  prototype.call = function (inputs, kwargs) {
    const { cell } = this
    if (!isPlain(this, kwargs) || !fits(cell, kwargs.mask != null)) return stock.call(this, inputs, kwargs)
    forgetMasks(tf, cell)
    return tf.tidy(() => {
      const given = (Array.isArray(inputs) ? inputs[0] : inputs) as Tensor3D
      const [batch, steps, features] = given.shape
      const dropped = kwargs.training && cell.dropout > 0 ? drop(given, cell.dropout, [batch, 1, features]) : given
      const timeMajor = tf.transpose(dropped, [1, 0, 2])
      const inOrder = (sequence: Tensor3D) => (this.goBackwards ? tf.reverse(sequence, 0) : sequence)
      const h = kernel(
        inOrder(timeMajor as Tensor3D),
        cell,
        kwargs.mask == null ? null : inOrder(stepMask(tf, kwargs.mask)),
      )
      if (this.returnSequences) return tf.transpose(h, [1, 0, 2])
      return tf.reshape(tf.slice(h, [steps - 1, 0, 0], [1, -1, -1]), [batch, cell.units])
    })
  }
}

const isPlain = ({ cell, returnState, stateful }: RecurrentLayer, kwargs: CallArguments): boolean =>
  !(kwargs.training && cell.recurrentDropout > 0) && kwargs.initialState == null && !returnState && !stateful

/** As the stock path does before each call. */
function forgetMasks(tf: Tf, cell: RecurrentCell): void {
  for (const key of ['dropoutMask', 'recurrentDropoutMask'] as const) {
    if (cell[key] == null) continue
    tf.dispose(cell[key])
    cell[key] = null
  }
}

const stepMask = (tf: Tf, mask: Tensor): Tensor3D =>
  tf.expandDims(tf.transpose(mask.toBool().toFloat(), [1, 0]), -1) as Tensor3D

/** xW + b of all time steps in one product: [time, batch, gates · units]. */
export function projectInput(tf: Tf, x: Tensor3D, { kernel, bias }: RecurrentCell): Tensor3D {
  const [steps, batch, features] = x.shape
  const weights = kernel.read() as Tensor2D
  const product = tf.matMul(x.reshape([steps * batch, features]), weights)
  return (bias ? tf.add(product, bias.read()) : product).reshape([steps, batch, weights.shape[1]])
}
