import type { Tensor } from '@tensorflow/tfjs'
import type { Rows } from '../contract/rows.ts'
import { LearnerFault } from './learner-fault.ts'

type Tf = typeof import('@tensorflow/tfjs')

/** The rows that `prepare`'s function made of `count` rows, or the fault in them. */
export function checkRows(tf: Tf, value: unknown, count: number): Rows {
  const fault = (message: string, hint: string) => new LearnerFault('invalid_output', 'prepare', message, hint)
  if (value === undefined)
    throw fault(
      'The function that `prepare` returns gives back nothing.',
      'End it with a return, such as `return (x) => x.sub(mean).div(sd)`.',
    )
  if (!(value instanceof tf.Tensor))
    throw fault(
      'The function that `prepare` returns must give back a tensor.',
      'Use tensor operations such as x.sub(mean).div(sd), not plain arrays.',
    )
  const tensor = value as Tensor
  if (tensor.shape[0] !== count)
    throw fault(
      `\`prepare\`'s function turned ${count} rows into ${tensor.shape.length === 0 ? 'one number' : `${tensor.shape[0]}`}.`,
      'It works on rows: the first axis must keep its length. Reduce over other axes only.',
    )
  if (tensor.shape.length < 2)
    throw fault(
      `\`prepare\`'s function gave rows without an axis: shape [${tensor.shape}].`,
      'Each row needs at least one axis: x.reshape([-1, 1]) adds it.',
    )
  if (tensor.dtype === 'string' || tensor.dtype === 'complex64')
    throw fault(`\`prepare\`'s function gave ${tensor.dtype} values.`, 'A model takes numbers.')
  const data = Float32Array.from(tensor.dataSync() as ArrayLike<number>)
  const bad = data.findIndex((number) => !Number.isFinite(number))
  if (bad >= 0)
    throw fault(
      `\`prepare\`'s function gave ${data[bad]}.`,
      'Look for a division by zero: a column that never varies has a standard deviation of 0. Adding 1e-8 to it helps.',
    )
  return { shape: [...tensor.shape], data }
}
