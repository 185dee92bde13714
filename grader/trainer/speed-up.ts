import type { Compile } from '#lib/training/compile.ts'
import type { Tf } from '#lib/training/tf.ts'
import { graphCompiler } from './graph/graph-compiler.ts'
import { installBlockLstm } from './kernels/block-lstm.ts'
import { installFusedGradients } from './kernels/fused-gradients.ts'
import { installGather } from './kernels/gather.ts'
import { nativeBackend } from './kernels/native-backend.ts'
import { randomTensors } from './kernels/random-tensors.ts'
import { SeedSource } from './kernels/seed-source.ts'
import { installSeededDropout } from './kernels/seeded-dropout.ts'
import { installSeededNoise } from './kernels/seeded-noise.ts'
import { installUnrolledGru } from './kernels/unrolled-gru.ts'
import { installUnrolledLstm } from './kernels/unrolled-lstm.ts'

/**
 * Everything that makes TensorFlow.js on libtensorflow train faster, put in place once a process. Gives the compiler of
 * training steps; none on a GPU, where a graph's weights would pass through the host's memory at each step.
 */
export function speedUp(tf: Tf): Compile | undefined {
  const seeds = new SeedSource(tf)
  const random = randomTensors(tf, seeds)
  const drop = installSeededDropout(tf, random)
  installSeededNoise(tf, random)
  installFusedGradients(tf)
  installBlockLstm(tf, drop)
  installUnrolledLstm(tf, drop)
  installUnrolledGru(tf, drop)
  installGather(tf)
  return nativeBackend(tf).isUsingGpuDevice ? undefined : graphCompiler(tf, seeds)
}
