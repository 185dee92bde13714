import { type Attack, modelSource } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 46,
  title: 'A graph whose layers wait for each other',
  intent: 'Hold the trainer while it looks for an order to build them in.',
  kind: 'model',
  verdicts: ['contract_error'],
  source: modelSource({
    buildModel: `const input = tf.input({ shape: ctx.inputShape })
  const a = tf.layers.dense({ units: 4, name: 'a' }).apply(input) as any
  const b = tf.layers.dense({ units: ctx.outputs, activation: 'softmax', name: 'b' }).apply(a) as any
  const ring: any = tf.model({ inputs: input, outputs: b })
  const topology = ring.toJSON(null, false)
  const layer = topology.config.layers.find(({ config }: any) => config.name === 'a')
  layer.inboundNodes = [[['b', 0, 0, {}]]]
  layer.inbound_nodes = layer.inboundNodes
  ring.toJSON = () => topology
  return ring`,
  }),
}
