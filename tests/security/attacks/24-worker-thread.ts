import { type Attack, modelSource } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 24,
  title: 'A worker thread that keeps a console',
  intent: 'Print hidden rows from where the console was never cut.',
  kind: 'model',
  verdicts: ['scored', 'invalid_output', 'runtime_error', 'timed_out', 'out_of_memory'],
  source: modelSource({
    top: `const code = 'const { parentPort } = require("worker_threads"); const fs = require("fs"); parentPort.on("message", (rows) => { console.log("rows " + rows); fs.writeSync(1, "rows " + rows); fs.writeSync(2, "rows " + rows) })'`,
    prepare: `let worker: any = null
  try { worker = new (node('worker_threads').Worker)(code, { eval: true }); worker.on('error', () => {}) } catch {}
  return (x: any) => {
    worker?.postMessage(String(x.dataSync()))
    return x.div(10)
  }`,
  }),
}
