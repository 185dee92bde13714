import { sizeOf } from '../contract/rows.ts'
import type { Tf } from '../training/tf.ts'
import { type Blueprint, drawBlueprint } from './blueprint.ts'
import { ModelError } from './model-error.ts'
import { ModelJson } from './model-json.ts'

/** A model with what it has learnt, in no particular file format. */
export interface SavedModel extends Blueprint {
  /** One block for each of `weights`. */
  values: Float32Array[]
}

/**
 * The model of a run: the topology's text and the weights one after another, in the order of `model.getWeights()`.
 * @throws ModelError when the two do not belong together
 */
export async function modelOfRun(tf: Tf, topology: string, weights: Float32Array): Promise<SavedModel> {
  const blueprint = await drawBlueprint(tf, ModelJson.parse(JSON.parse(topology)))
  const total = blueprint.weights.reduce((sum, { shape }) => sum + sizeOf(shape), 0)
  if (total !== weights.length) throw new ModelError(`The model has ${total} weights, and ${weights.length} were kept.`)
  let at = 0
  const values = blueprint.weights.map(({ shape }) => {
    const from = at
    at += sizeOf(shape)
    return weights.subarray(from, at)
  })
  return { ...blueprint, values }
}
