import { type Exports, requireFor } from '#lib/learner/evaluate.ts'

/** See `Evaluate`: in a browser's worker. The text begins on the first line, so that lines are its own. */
export function evaluateScript(text: string, filename: string, tf: unknown): Exports {
  const module = { exports: {} as Exports }
  // biome-ignore lint/security/noGlobalEval: this is the place that code is brought to so that it can be run
  const run = globalThis.eval(`(function (exports, require, module) {${text}\n})\n//# sourceURL=${filename}`)
  run(module.exports, requireFor(tf), module)
  return module.exports
}
