import { type Attack, modelSource } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 13,
  title: 'Weights trained elsewhere',
  intent: 'Be scored for a model that was not trained here.',
  kind: 'model',
  verdicts: ['scored'],
  source: modelSource({
    buildModel: `for (const layer of model.layers) layer.setWeights(layer.getWeights().map((weight: any) => tf.onesLike(weight).mul(7)))`,
  }),
  twin: modelSource({}),
}
