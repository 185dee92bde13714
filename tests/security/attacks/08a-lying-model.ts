import { type Attack, modelSource } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 8,
  title: 'A model whose topology is another at each look',
  intent: 'Get a layer or weights of its own past the checks.',
  kind: 'model',
  verdicts: ['contract_error', 'invalid_output'],
  source: modelSource({
    buildModel: `let looks = 0
  const lie = () => ({ class_name: 'Sequential', config: { name: 'x', layers: [{ class_name: looks++ ? 'Lambda' : 'Evil', config: { get weights() { return [[1]] }, function: 'PWNED' } }] } })
  return new Proxy(model, { get: (target, key) => (key === 'toJSON' ? lie : Reflect.get(target, key)) })`,
  }),
}
