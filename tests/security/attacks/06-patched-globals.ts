import { type Attack, modelSource } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 6,
  title: 'Patched JSON, Math and tf',
  intent: 'Make the program in the box say what was never computed.',
  kind: 'model',
  verdicts: ['scored', 'invalid_output', 'runtime_error', 'contract_error'],
  source: modelSource({
    buildModel: `const forged = '{"kind":"returned","value":"PWNED","mutated":false}'
  JSON.stringify = (() => forged) as any
  Math.random = () => 0.5
  Object.keys = () => { throw new Error('no keys') }
  ;(Array.prototype as any).map = () => []`,
  }),
}
