import { compileFunction } from 'node:vm'
import { type Exports, requireFor } from '#lib/learner/evaluate.ts'

/**
 * Evaluates a CommonJS text and gives its exports. Lines and columns of its stack frames are those of the text, because
 * nothing is wrapped around it.
 */
export function evaluateModule(text: string, filename: string, tf: unknown): Exports {
  const module = { exports: {} as Exports }
  compileFunction(text, ['exports', 'require', 'module'], { filename })(module.exports, requireFor(tf), module)
  return module.exports
}
