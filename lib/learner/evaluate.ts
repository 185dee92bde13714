export type Exports = Readonly<Record<string, unknown>>

/**
 * Evaluates a CommonJS text and gives its exports, with `filename` in its stack frames and lines as they are in the text.
 * How that is done is the host's: Node has its own way, and so has a browser's worker.
 */
export type Evaluate = (text: string, filename: string) => Exports

/** `require` of a learner's module: TensorFlow.js, the contract's types (of which nothing is left to run), nothing else. */
export function requireFor(tf: unknown): (name: unknown) => unknown {
  return (name) => {
    if (name === '@tensorflow/tfjs') return tf
    if (name === 'gradus') return {}
    throw new Error(`Cannot find module '${name}'`)
  }
}
