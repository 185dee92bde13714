import { type Attack, modelSource } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 13,
  title: 'Weights carried by a layer’s configuration',
  intent: 'Smuggle weights past the text of the topology.',
  kind: 'model',
  verdicts: ['scored', 'contract_error'],
  source: modelSource({
    buildModel: `const [first] = model.layers
  const { getConfig } = first
  first.getConfig = () => ({ ...getConfig.call(first), weights: [[[7, 7, 7, 7, 7, 7, 7, 7]]], kernel: { data: [7] } })
  const config = model.toJSON
  model.toJSON = (...args: unknown[]) => {
    const json: any = config.apply(model, args)
    const parsed = typeof json === 'string' ? JSON.parse(json) : json
    return { ...parsed, weights: [[7]], modelWeights: [[7]] }
  }`,
  }),
  twin: modelSource({}),
}
