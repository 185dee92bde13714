import { createRequire } from 'node:module'
import { z } from 'zod'
import type { Tf } from '#lib/training/tf.ts'

export type Engine = Tf & { libtensorflow: string; device: 'cpu' | 'gpu' }

const Backend = z.object({
  isUsingGpuDevice: z.boolean(),
  binding: z.object({ TF_Version: z.string() }),
})

/** TensorFlow.js on libtensorflow. The threads it uses are set by the environment that the process was started with. */
export function loadEngine(): Engine {
  const require = createRequire(import.meta.url)
  const tf = require('@tensorflow/tfjs-node-gpu') as Tf
  const backend = Backend.parse(tf.backend())
  return Object.assign(Object.create(tf), {
    libtensorflow: backend.binding.TF_Version,
    device: backend.isUsingGpuDevice ? 'gpu' : 'cpu',
  })
}
