// @ts-check
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { run } from '../../deploy/local/kit/run.mjs'

const here = path.dirname(fileURLToPath(import.meta.url))

/**
 * @typedef {object} SmokeReport
 * @property {string} version of libtensorflow, by its own word
 * @property {boolean} gpu whether it found a GPU it can use
 */

/**
 * Loads the binding in a process of its own and multiplies two matrices: a library that doesn't fit ends that process.
 * @returns {Promise<SmokeReport>}
 */
export async function smokeTest() {
  const output = await run(
    process.execPath,
    ['--require', path.join(here, 'util-stand-in.cjs'), fileURLToPath(import.meta.url)],
    {
      env: { ...process.env, TF_CPP_MIN_LOG_LEVEL: '3' },
      remedy:
        'delete the libtensorflow folder in the cache and start again; if it stays, the lines above say what does not fit.',
    },
  )
  // Node's own warnings (about util in tfjs-node) arrive in between.
  const report = output.split('\n').find((line) => line.startsWith('{'))
  if (!report) throw new Error(`the smoke test reported nothing: ${output}`)
  return JSON.parse(report)
}

/** @returns {SmokeReport} */
function multiply() {
  const tf = createRequire(import.meta.url)('@tensorflow/tfjs-node-gpu')
  const sum = tf
    .matMul(tf.ones([2, 3]), tf.ones([3, 2]))
    .sum()
    .dataSync()[0]
  if (sum !== 12) throw new Error(`a matrix product came out as ${sum} instead of 12`)
  return { version: tf.backend().binding.TF_Version, gpu: tf.backend().isUsingGpuDevice }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(JSON.stringify(multiply()))
