import { type Attack, modelSource } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 42,
  title: 'Worker threads without end',
  intent: 'Take memory and processors by threads, each with a heap of its own.',
  kind: 'model',
  verdicts: ['out_of_memory', 'timed_out', 'runtime_error'],
  source: modelSource({
    buildModel: `const { Worker } = node('worker_threads')
  for (;;) {
    try {
      const worker = new Worker('const hoard = []; for (;;) { hoard.push(Buffer.alloc(1 << 20, 1)); if (hoard.length > 50) for (;;) {} }', { eval: true })
      worker.on('error', () => {})
    } catch {}
    await sleep(1)
  }`,
  }),
}
