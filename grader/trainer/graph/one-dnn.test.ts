import { describe, expect, it } from 'vitest'
import type { Binding } from '../kernels/native-backend.ts'
import { withOneDnn } from './one-dnn.ts'
import type { NativeOperation, Origin, Recording } from './record.ts'

const binding = {
  ...{ TF_ATTR_STRING: 1, TF_ATTR_INT: 2, TF_ATTR_FLOAT: 3, TF_ATTR_BOOL: 4, TF_ATTR_TYPE: 5, TF_ATTR_SHAPE: 6 },
  TF_FLOAT: 1,
} as Binding
const strides = { name: 'strides', type: 2, value: [1, 1, 1, 1] }

/** Operations by name of what they make: [op, inputs, shapes of outputs]. Names that nothing makes are inputs. */
type Script = Record<string, [op: string, inputs: string[], ...shapes: number[][]]>

function recordingOf(given: Record<string, number[]>, script: Script): Recording {
  const names = [...Object.keys(given), ...Object.keys(script)]
  const id = (name: string) => names.indexOf(name)
  const origins = new Map<number, Origin>()
  Object.entries(given).forEach(([name, shape], index) => {
    origins.set(id(name), { kind: 'input', index, dtype: 1, shape })
  })
  const operations = Object.entries(script).map(([name, [op, inputs, shape = []]], index): NativeOperation => {
    origins.set(id(name), { kind: 'operation', index, output: 0, shape })
    return { kind: 'operation', op, attributes: [strides], inputs: inputs.map(id), outputs: [id(name)] }
  })
  return { outputs: [], operations, origins, seeds: 0, fault: null }
}

const x = [64, 32, 32, 8]
const y = [64, 32, 32, 16]
const half = [64, 16, 16, 16]
const given = { x, filter: [3, 3, 8, 16], bias: [16], dy: y }

const opsAfter = (recording: Recording) =>
  withOneDnn(binding, recording).operations.map((operation) => (operation as NativeOperation).op)

describe('a convolution', () => {
  const layer: Script = {
    y: ['Conv2D', ['x', 'filter'], y],
    biased: ['BiasAdd', ['y', 'bias'], y],
    relu: ['Relu', ['biased'], y],
  }
  it('becomes one operation with its bias and ReLU', () => {
    const recording = recordingOf(given, layer)
    const last = withOneDnn(binding, recording).operations.at(-1) as NativeOperation
    expect(last).toMatchObject({ op: '_MklNativeFusedConv2D', inputs: [0, 1, 2], outputs: [6] })
    expect(last.attributes).toContainEqual(strides)
    expect(last.attributes).toContainEqual({ name: 'fused_ops', type: 1, value: ['BiasAdd', 'Relu'] })
    expect(last.attributes).toContainEqual({ name: '_kernel', type: 1, value: 'MklNameChangeOp' })
  })
  it('becomes one with its bias alone where what follows is no ReLU', () => {
    const ops = opsAfter(recordingOf(given, { ...layer, relu: ['Tanh', ['biased'], y] }))
    expect(ops.slice(1)).toEqual(['_MklNativeFusedConv2D', 'Tanh'])
  })
  it('stays apart from a ReLU when something else reads what lies between', () => {
    const ops = opsAfter(recordingOf(given, { ...layer, more: ['Square', ['biased'], y] }))
    expect(ops.slice(1)).toEqual(['_MklNativeFusedConv2D', 'Relu', 'Square'])
  })
  it('is moved alone when something else reads its own answer', () => {
    const ops = opsAfter(recordingOf(given, { ...layer, more: ['Square', ['y'], y] }))
    expect(ops).toEqual(['_MklNativeConv2D', 'BiasAdd', 'Relu', 'Square'])
  })
  it('of one dimension stays with Eigen while it is small, and so do its gradients', () => {
    const of = (width: number) =>
      opsAfter(
        recordingOf(
          { x: [64, 1, width, 8], filter: [1, 5, 8, 32], dy: [64, 1, width, 32], sizes: [4] },
          {
            y: ['Conv2D', ['x', 'filter'], [64, 1, width, 32]],
            biased: ['BiasAdd', ['y', 'sizes'], [64, 1, width, 32]],
            filterGradient: ['Conv2DBackpropFilter', ['x', 'sizes', 'dy'], [1, 5, 8, 32]],
            xGradient: ['Conv2DBackpropInput', ['sizes', 'filter', 'dy'], [64, 1, width, 8]],
          },
        ),
      )
    expect(of(50)).toEqual(['Conv2D', 'BiasAdd', 'Conv2DBackpropFilter', 'Conv2DBackpropInput'])
    expect(of(200)).toEqual([
      ...['_MklNativeConv2D', '_MklNativeFusedConv2D'],
      ...['_MklNativeConv2DBackpropFilter', '_MklNativeConv2DBackpropInput'],
    ])
  })
})

it('moves batch normalisation when it is large', () => {
  const of = (rows: number) =>
    opsAfter(recordingOf({ x: [rows, 1, 1, 64] }, { y: ['FusedBatchNormV3', ['x'], [rows, 1, 1, 64]] }))
  expect(of(100)).toEqual(['FusedBatchNormV3'])
  expect(of(2000)).toEqual(['_MklNativeFusedBatchNormV3'])
})

describe('max pooling', () => {
  const pools: Script = {
    pooled: ['MaxPool', ['dy'], half],
    gradient: ['MaxPoolGrad', ['dy', 'pooled', 'pooled'], y],
  }
  it('keeps for its gradient where the maxima were', () => {
    const { operations, origins } = withOneDnn(binding, recordingOf(given, pools))
    const [pool, gradient] = operations as [NativeOperation, NativeOperation]
    expect([pool.op, gradient.op]).toEqual(['_MklNativeMaxPool', '_MklNativeMaxPoolGrad'])
    expect(origins.get(gradient.inputs[3] as number)).toMatchObject({ kind: 'operation', index: 0, output: 1 })
    for (const { attributes } of [pool, gradient])
      expect(attributes).toContainEqual({ name: 'workspace_enabled', type: 4, value: true })
  })
  it('without a gradient stays', () => {
    expect(opsAfter(recordingOf(given, { pooled: ['MaxPool', ['dy'], half] }))).toEqual(['MaxPool'])
  })
})

it('leaves everything else where it is', () => {
  const script: Script = { product: ['MatMul', ['x', 'filter'], y], pooled: ['Mean', ['product'], [64, 16]] }
  const recording = recordingOf(given, script)
  expect(withOneDnn(binding, recording)).toEqual(recording)
})
