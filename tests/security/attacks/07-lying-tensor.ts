import { type Attack, modelSource } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 7,
  title: 'A tensor that lies about its shape and rows',
  intent: 'Make the worker read more, or other, rows than there are.',
  kind: 'model',
  verdicts: ['invalid_output', 'runtime_error', 'contract_error'],
  source: modelSource({
    prepare: `return (x: any) => {
    const y = x.clone()
    Object.defineProperty(y, 'shape', { get: () => [x.shape[0], 1_000_000] })
    return y
  }`,
  }),
}
