import { createHash } from 'node:crypto'
import type { Binding, OpAttribute } from '../kernels/native-backend.ts'
import { ProtoMessage } from './protobuf.ts'

/** A tensor of the host: `data` as the machine lays numbers out, little-endian. */
export interface HostTensor {
  dtype: number
  shape: readonly number[]
  data: Uint8Array
}

/** Of the graph format, which has not changed since TensorFlow 2.16 in what is used here. */
const PRODUCER = 1882
/** The tag that the graph is saved and loaded by. */
export const TAG = 'serve'

/** Writes a graph as a SavedModel that has no variables and no signatures. Field numbers are those of TensorFlow's .proto files. */
export class GraphDef {
  private readonly graph = new ProtoMessage()
  private readonly constants = new Map<string, string>()
  /** Nodes so far. */
  size = 0
  constructor(private readonly binding: Binding) {}

  /** All of these give the name of the first output of a new node. */
  operation(name: string, op: string, inputs: readonly string[], attributes: readonly OpAttribute[]): string {
    return this.node(
      name,
      op,
      inputs,
      attributes.map((attribute) => [attribute.name, this.attribute(attribute)]),
    )
  }

  /** @param shape null: any */
  placeholder(name: string, dtype: number, shape: readonly number[] | null): string {
    return this.node(
      name,
      'Placeholder',
      [],
      [
        ['dtype', typeValue(dtype)],
        ['shape', new ProtoMessage().message(7, shapeProto(shape))],
      ],
    )
  }

  /** The same constant is written once: axes and shapes recur hundreds of times. */
  constant(tensor: HostTensor): string {
    const digest = `${tensor.dtype};${tensor.shape};${createHash('sha256').update(tensor.data).digest('hex')}`
    const known = this.constants.get(digest)
    if (known) return known
    const name = this.node(
      `constant${this.constants.size}`,
      'Const',
      [],
      [
        ['dtype', typeValue(tensor.dtype)],
        ['value', new ProtoMessage().message(8, this.tensorProto(tensor))],
      ],
    )
    this.constants.set(digest, name)
    return name
  }

  encode(): Uint8Array {
    const { graph } = this
    const versions = new ProtoMessage().int(1, PRODUCER)
    const metaInfo = new ProtoMessage().string(4, TAG)
    const metaGraph = new ProtoMessage()
      .message(1, metaInfo)
      .message(2, new ProtoMessage().message(4, versions).append(graph))
    return new ProtoMessage().int(1, 1).message(2, metaGraph).encode()
  }

  private node(
    name: string,
    op: string,
    inputs: readonly string[],
    attributes: readonly (readonly [string, ProtoMessage])[],
  ): string {
    const node = new ProtoMessage().string(1, name).string(2, op)
    for (const input of inputs) node.string(3, input)
    for (const [key, value] of attributes) node.message(5, new ProtoMessage().string(1, key).message(2, value))
    this.graph.message(1, node)
    this.size++
    return name
  }

  private tensorProto({ dtype, shape, data }: HostTensor): ProtoMessage {
    const proto = new ProtoMessage().int(1, dtype).message(2, shapeProto(shape))
    // One value stands for all: the ones that gradients start from would fill megabytes.
    if (dtype === this.binding.TF_FLOAT && allEqual(data, 4)) return proto.bytes(5, data.subarray(0, 4))
    return proto.bytes(4, data)
  }

  private attribute({ name, type, value }: OpAttribute): ProtoMessage {
    const { binding } = this
    const proto = new ProtoMessage()
    const each = <T>(put: (list: ProtoMessage, item: T) => void) => {
      if (!Array.isArray(value)) {
        put(proto, value as T)
        return proto
      }
      const list = new ProtoMessage()
      for (const item of value) put(list, item as T)
      return proto.message(1, list)
    }
    switch (type) {
      case binding.TF_ATTR_STRING:
        return each<string>((to, item) => to.string(2, item))
      case binding.TF_ATTR_INT:
        return each<number>((to, item) => to.int(3, item))
      case binding.TF_ATTR_FLOAT:
        return each<number>((to, item) => to.float(4, item))
      case binding.TF_ATTR_BOOL:
        return each<boolean>((to, item) => to.bool(5, item))
      case binding.TF_ATTR_TYPE:
        return each<number>((to, item) => to.int(6, item))
      case binding.TF_ATTR_SHAPE:
        return proto.message(7, shapeProto(value as number[] | null))
      default:
        throw new Error(`attribute ${name} of type ${type}`)
    }
  }
}

const typeValue = (dtype: number): ProtoMessage => new ProtoMessage().int(6, dtype)

function shapeProto(shape: readonly number[] | null): ProtoMessage {
  const proto = new ProtoMessage()
  if (shape === null) return proto.bool(3, true)
  for (const size of shape) proto.message(2, new ProtoMessage().int(1, size))
  return proto
}

function allEqual(data: Uint8Array, width: number): boolean {
  for (let i = width; i < data.length; i++) if (data[i] !== data[i - width]) return false
  return data.length > 0
}
