import type { SpecOf } from '../kit/spec-of.ts'

export type KernelName = SpecOf<'convolution'>['kernel']
type Row = readonly [number, number, number]

const NINTH: Row = [1 / 9, 1 / 9, 1 / 9]

/** What each answers to. Those of edges are Sobel's. */
export const KERNELS: Record<KernelName, { label: string; kernel: readonly [Row, Row, Row] }> = {
  'edge-horizontal': {
    label: 'horizontal edges',
    kernel: [
      [-1, -2, -1],
      [0, 0, 0],
      [1, 2, 1],
    ],
  },
  'edge-vertical': {
    label: 'vertical edges',
    kernel: [
      [-1, 0, 1],
      [-2, 0, 2],
      [-1, 0, 1],
    ],
  },
  blur: { label: 'blur', kernel: [NINTH, NINTH, NINTH] },
  sharpen: {
    label: 'sharpen',
    kernel: [
      [0, -1, 0],
      [-1, 5, -1],
      [0, -1, 0],
    ],
  },
  laplace: {
    label: 'spots (Laplace)',
    kernel: [
      [0, 1, 0],
      [1, -4, 1],
      [0, 1, 0],
    ],
  },
}
export const KERNEL_NAMES = Object.keys(KERNELS) as KernelName[]
