import type { Tensor, Tensor3D } from '@tensorflow/tfjs'
import type { Tf } from '#lib/training/tf.ts'
import type { DropOut } from './seeded-dropout.ts'

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
  mask?: unknown
  initialState?: unknown
}
type Call = (this: RecurrentLayer, inputs: Tensor | Tensor[], kwargs: CallArguments) => Tensor | Tensor[]

/** All states h [time, batch, units] of x [time, batch, features], from a state of zeros. */
export type SequenceKernel = (x: Tensor3D, cell: RecurrentCell) => Tensor3D

/**
 * Lets recurrent layers of one class run a whole sequence through a kernel. Weights and saved form stay the same. Layers
 * with recurrent dropout, a mask, or a state handed in or out stay on the stock path, as do those that `fits` refuses.
 */
export function installSequenceKernel(
  tf: Tf,
  drop: DropOut,
  example: object,
  fits: (cell: RecurrentCell) => boolean,
  kernel: SequenceKernel,
): void {
  const prototype = Object.getPrototypeOf(example) as { call: Call }
  const stock = prototype.call
  prototype.call = function (inputs, kwargs) {
    const { cell } = this
    if (!isPlain(this, kwargs) || !fits(cell)) return stock.call(this, inputs, kwargs)
    return tf.tidy(() => {
      const given = (Array.isArray(inputs) ? inputs[0] : inputs) as Tensor3D
      const [batch, steps, features] = given.shape
      const dropped = kwargs.training && cell.dropout > 0 ? drop(given, cell.dropout, [batch, 1, features]) : given
      const timeMajor = tf.transpose(dropped, [1, 0, 2])
      const h = kernel((this.goBackwards ? tf.reverse(timeMajor, 0) : timeMajor) as Tensor3D, cell)
      if (this.returnSequences) return tf.transpose(h, [1, 0, 2])
      return tf.reshape(tf.slice(h, [steps - 1, 0, 0], [1, -1, -1]), [batch, cell.units])
    })
  }
}

const isPlain = ({ cell, returnState, stateful }: RecurrentLayer, kwargs: CallArguments): boolean =>
  !(kwargs.training && cell.recurrentDropout > 0) &&
  kwargs.mask == null &&
  kwargs.initialState == null &&
  !returnState &&
  !stateful
