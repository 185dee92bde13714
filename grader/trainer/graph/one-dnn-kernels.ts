import type { Tf } from '#lib/training/tf.ts'
import type { Fragment, Fragments } from './fragments.ts'
import { FLOAT } from './graph-writer.ts'

/** Attribute and value by which a node asks for oneDNN's kernel. */
export const ONE_DNN_KERNEL = { name: '_kernel', value: 'MklNameChangeOp' } as const

const convolution: Fragment = {
  build: (graph, [x, filter]) => [
    graph.node('_MklNativeConv2D', [x as string, filter as string], {
      ...FLOAT,
      strides: { ints: [1, 1, 1, 1] },
      padding: { string: 'VALID' },
      [ONE_DNN_KERNEL.name]: { string: ONE_DNN_KERNEL.value },
    }),
  ],
}

/** Whether this build of libtensorflow has oneDNN's kernels; those of some processors do not. Tries one. */
export function hasOneDnnKernels(tf: Tf, fragments: Fragments): boolean {
  const [x, filter] = [tf.ones([1, 2, 2, 1]), tf.ones([2, 2, 1, 1])]
  try {
    tf.dispose(fragments.run(convolution, [x, filter]))
    return true
  } catch {
    return false
  } finally {
    tf.dispose([x, filter])
  }
}
