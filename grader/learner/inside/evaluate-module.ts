import { compileFunction } from 'node:vm'

export type Exports = Readonly<Record<string, unknown>>

/**
 * Evaluates a CommonJS text and gives its exports. Lines and columns of its stack frames are those of the text, because
 * nothing is wrapped around it.
 */
export function evaluateModule(text: string, filename: string, tf: unknown): Exports {
  const module = { exports: {} as Exports }
  const requireOf = (name: unknown) => {
    if (name === '@tensorflow/tfjs') return tf
    if (name === 'gradus') return {}
    throw new Error(`Cannot find module '${name}'`)
  }
  compileFunction(text, ['exports', 'require', 'module'], { filename })(module.exports, requireOf, module)
  return module.exports
}

/** The text of an export, for telling whether a learner changed it. */
export function textOf(value: unknown, depth = 0): string {
  if (typeof value === 'function') return Function.prototype.toString.call(value)
  if (typeof value !== 'object' || value === null || depth > 6) return `${typeof value}:${String(value)}`
  return `{${Object.keys(value)
    .sort()
    .map((key) => `${key}:${textOf(Reflect.get(value, key), depth + 1)}`)
    .join(',')}}`
}
