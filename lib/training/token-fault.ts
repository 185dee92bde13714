import type { LayersModel } from '@tensorflow/tfjs'
import type { Rows } from '../contract/rows.ts'
import type { Refusal } from './build-model.ts'

/** Tokens that an embedding at the start of the model has no row for. Null when there is none. */
export function tokenFault(model: LayersModel, x: Rows): Refusal | null {
  const first = model.layers.find((layer) => layer.getClassName() !== 'InputLayer')
  if (first?.getClassName() !== 'Embedding') return null
  const { inputDim } = first.getConfig()
  const strange = x.data.find((token) => !(Number.isInteger(token) && token >= 0 && token < Number(inputDim)))
  if (strange === undefined) return null
  return {
    ok: false,
    message: `Your embedding knows the tokens 0 to ${Number(inputDim) - 1}, but the prepared rows hold ${strange}.`,
    hint: Number.isInteger(strange)
      ? 'Give it `inputDim: ctx.vocabSize`.'
      : 'Tokens are whole numbers: do not scale them.',
  }
}
