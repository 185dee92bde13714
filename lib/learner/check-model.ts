import type { LayersModel } from '@tensorflow/tfjs'
import { LearnerFault } from './learner-fault.ts'

type Tf = typeof import('@tensorflow/tfjs')

/** The topology (tfjs's JSON, no weights) of what `buildModel` returned, or the fault in it. */
export function topologyOf(tf: Tf, value: unknown): string {
  const fault = (message: string, hint: string) => new LearnerFault('contract_error', 'buildModel', message, hint)
  if (value === undefined) throw fault('`buildModel` returned nothing.', 'End it with `return model`.')
  if (value instanceof tf.SymbolicTensor || (Array.isArray(value) && value[0] instanceof tf.SymbolicTensor))
    throw fault(
      "`buildModel` returned a layer's output, not a model.",
      'Wrap it: `return tf.model({ inputs: input, outputs: output })`.',
    )
  if (!(value instanceof tf.LayersModel))
    throw fault(
      '`buildModel` must return a model.',
      'Make one with tf.sequential() or tf.model(), add layers, and return it uncompiled: the grader compiles and fits.',
    )
  const model = value as LayersModel
  if (model.layers.length === 0)
    throw fault('The model has no layers.', 'Add layers with model.add(tf.layers.dense({…})).')
  if (!model.inputs || model.inputs.length === 0)
    throw fault('The model does not know the shape of its rows.', 'Give the first layer `inputShape: ctx.inputShape`.')
  return JSON.stringify(model.toJSON(null, false))
}
