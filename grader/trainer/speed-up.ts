import type { OneDnn } from '#lib/contract/engine-profile.ts'
import type { Compile } from '#lib/training/compile.ts'
import type { Tf } from '#lib/training/tf.ts'
import { Fragments } from './graph/fragments.ts'
import { graphCompiler } from './graph/graph-compiler.ts'
import { hasOneDnnKernels } from './graph/one-dnn-kernels.ts'
import { installAdamUpdate } from './kernels/adam-update.ts'
import { installFusedBatchNorm } from './kernels/batch-norm.ts'
import { installBiasAdd } from './kernels/bias-add.ts'
import { installBlockLstm } from './kernels/block-lstm.ts'
import { installExpandDims } from './kernels/expand-dims.ts'
import { installFusedGradients } from './kernels/fused-gradients.ts'
import { installGather } from './kernels/gather.ts'
import { installGruLoop } from './kernels/gru-loop.ts'
import { installLstmLoop } from './kernels/lstm-loop.ts'
import { nativeBackend } from './kernels/native-backend.ts'
import { randomTensors } from './kernels/random-tensors.ts'
import { SeedSource } from './kernels/seed-source.ts'
import { installSeededDropout } from './kernels/seeded-dropout.ts'
import { installSeededNoise } from './kernels/seeded-noise.ts'
import { installSimpleRnnLoop } from './kernels/simple-rnn-loop.ts'

export interface SpedUp {
  /** Of training steps; none on a GPU, where a graph's weights would pass through the host's memory at each step. */
  compile?: Compile
  /** What was asked for, or 'off' where this build of libtensorflow, or its device, has it not. */
  oneDnn: OneDnn
}

/** Everything that makes TensorFlow.js on libtensorflow train faster, put in place once a process. */
export function speedUp(tf: Tf, oneDnn: OneDnn): SpedUp {
  const seeds = new SeedSource(tf)
  const random = randomTensors(tf, seeds)
  const drop = installSeededDropout(tf, random)
  installSeededNoise(tf, random)
  installFusedGradients(tf)
  installBiasAdd(tf)
  installFusedBatchNorm(tf)
  const fragments = new Fragments(nativeBackend(tf))
  installAdamUpdate(tf, fragments)
  // The later ones are asked first: whole sequences in one operation where that can be.
  installLstmLoop(tf, fragments, drop)
  installBlockLstm(tf, drop)
  installGruLoop(tf, fragments, drop)
  installSimpleRnnLoop(tf, fragments, drop)
  installGather(tf)
  installExpandDims(tf)
  if (nativeBackend(tf).isUsingGpuDevice) return { oneDnn: 'off' }
  const isMissing = oneDnn === 'convolutions' && !hasOneDnnKernels(tf, fragments)
  return {
    compile: graphCompiler(tf, { seeds, fragments }, oneDnn === 'convolutions' && !isMissing),
    oneDnn: isMissing ? 'off' : oneDnn,
  }
}
