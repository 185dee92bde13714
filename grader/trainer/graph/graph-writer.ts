import type { Binding } from '../kernels/native-backend.ts'
import type { GraphDef } from './graph-def.ts'

/** Names of outputs of nodes. */
export type Output = string

type DType = 'float32' | 'int32' | 'bool' | 'resource'

/** Of TensorFlow's types.proto; the addon names only those that TensorFlow.js has. */
const TF_RESOURCE = 20

/** Adds nodes to a graph by hand, under names that begin alike. Matrices are float32 throughout. */
export class GraphWriter {
  private nodes = 0
  constructor(
    private readonly graph: GraphDef,
    readonly binding: Binding,
    private readonly prefix: string,
  ) {}

  node(op: string, inputs: readonly Output[], attributes: Record<string, Attribute> = {}): Output {
    return this.named(this.freshName(op), op, inputs, attributes)
  }

  /** For a node that others refer to before it is there: a loop closes on itself. */
  freshName(hint: string): string {
    return `${this.prefix}/${hint}${this.nodes++}`
  }

  named(name: string, op: string, inputs: readonly Output[], attributes: Record<string, Attribute>): Output {
    return this.graph.operation(
      name,
      op,
      inputs,
      Object.entries(attributes).map(([key, attribute]) => this.encoded(key, attribute)),
    )
  }

  int(value: number): Output {
    return this.ints([value], [])
  }

  ints(values: readonly number[], shape: readonly number[] = [values.length]): Output {
    const data = Int32Array.from(values)
    return this.graph.constant({ dtype: this.binding.TF_INT32, shape, data: new Uint8Array(data.buffer) })
  }

  float(value: number): Output {
    const data = Float32Array.of(value)
    return this.graph.constant({ dtype: this.binding.TF_FLOAT, shape: [], data: new Uint8Array(data.buffer) })
  }

  add = (a: Output, b: Output): Output => this.node('AddV2', [a, b], FLOAT)
  sub = (a: Output, b: Output): Output => this.node('Sub', [a, b], FLOAT)
  mul = (a: Output, b: Output): Output => this.node('Mul', [a, b], FLOAT)
  /** One of `Tanh`, `Sigmoid`, `Relu`, `Relu6`. */
  unary = (op: string, a: Output): Output => this.node(op, [a], FLOAT)
  /** One of `TanhGrad`, `SigmoidGrad` (answer first), `ReluGrad`, `Relu6Grad` (gradient first). */
  gradient = (op: string, a: Output, b: Output): Output => this.node(op, [a, b], FLOAT)
  matMul = (a: Output, b: Output, transposeB = false): Output =>
    this.node('MatMul', [a, b], { ...FLOAT, transpose_b: { bool: transposeB } })
  concat = (axis: Output, ...parts: Output[]): Output =>
    this.node('ConcatV2', [...parts, axis], { ...FLOAT, Tidx: { type: 'int32' }, N: { int: parts.length } })
  /** A null counts for nothing. */
  sum = (a: Output, b: Output | null): Output => (b === null ? a : this.add(a, b))
  /** Along a new first axis. */
  pack = (values: readonly Output[]): Output =>
    this.node('Pack', values, { ...FLOAT, N: { int: values.length }, axis: { int: 0 } })
  /** The `count` parts along the first axis. */
  unpack(value: Output, count: number): Output[] {
    return outputsOf(this.node('Unpack', [value], { ...FLOAT, num: { int: count }, axis: { int: 0 } }), count)
  }
  /** Equal parts. */
  split(axis: Output, value: Output, parts: number): Output[] {
    return outputsOf(this.node('Split', [axis, value], { ...FLOAT, num_split: { int: parts } }), parts)
  }

  /** Row `index` of the first axis. */
  at = (rows: Output, index: Output, axis: Output): Output =>
    this.node('GatherV2', [rows, index, axis], {
      batch_dims: { int: 0 },
      Tparams: { type: 'float32' },
      Tindices: { type: 'int32' },
      Taxis: { type: 'int32' },
    })

  private encoded(name: string, attribute: Attribute) {
    const { binding } = this
    if ('int' in attribute) return { name, type: binding.TF_ATTR_INT, value: attribute.int }
    if ('ints' in attribute) return { name, type: binding.TF_ATTR_INT, value: attribute.ints }
    if ('bool' in attribute) return { name, type: binding.TF_ATTR_BOOL, value: attribute.bool }
    // No shape: any.
    if ('shape' in attribute) return { name, type: binding.TF_ATTR_SHAPE, value: attribute.shape }
    if ('string' in attribute) return { name, type: binding.TF_ATTR_STRING, value: attribute.string }
    const types: Record<DType, number> = {
      float32: binding.TF_FLOAT,
      int32: binding.TF_INT32,
      bool: binding.TF_BOOL,
      resource: TF_RESOURCE,
    }
    return { name, type: binding.TF_ATTR_TYPE, value: types[attribute.type] }
  }
}

export type Attribute =
  | { int: number }
  | { ints: number[] }
  | { bool: boolean }
  | { string: string }
  | { shape: null }
  | { type: DType }

export const FLOAT = { T: { type: 'float32' } } as const satisfies Record<string, Attribute>

const outputsOf = (node: string, count: number): Output[] =>
  Array.from({ length: count }, (_, i) => (i === 0 ? node : `${node}:${i}`))
