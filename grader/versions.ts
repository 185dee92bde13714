import { readFileSync } from 'node:fs'

const versionIn = (path: string) =>
  (JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as { version: string }).version
const once = (read: () => string) => {
  let value: string | undefined
  return () => {
    value ??= read()
    return value
  }
}
/** Of Gradus itself. */
export const packageVersion = once(() => versionIn('../package.json'))
/** Of TensorFlow.js as the learner box runs it. */
export const tfjsVersion = once(() => versionIn('../node_modules/@tensorflow/tfjs/package.json'))
