import { type Attack, modelSource } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 28,
  title: 'WebAssembly memory',
  intent: 'Take memory where V8 reserves it on its own account.',
  kind: 'model',
  verdicts: ['out_of_memory', 'runtime_error'],
  source: modelSource({
    buildModel: `const hoard: any[] = []
  for (;;) {
    const memory = new (globalThis as any).WebAssembly.Memory({ initial: 1024 })
    new Uint8Array(memory.buffer).fill(1)
    hoard.push(memory)
  }`,
  }),
}
