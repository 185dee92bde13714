import type { Binding, OpAttribute } from '../kernels/native-backend.ts'
import { ONE_DNN_KERNEL } from './one-dnn-kernels.ts'
import { isWorthOneDnn } from './one-dnn-worth.ts'
import { readRecording } from './read-recording.ts'
import type { NativeOperation, Recording } from './record.ts'

/**
 * The same recording with its convolutions, pooling and batch normalisation on oneDNN's kernels, where those are faster.
 *
 * libtensorflow holds two kernels of each. TF_ENABLE_ONEDNN_OPTS, read once a process, moves every operation that can be
 * moved; a node that names its kernel has it in any process. So each operation of a step gets the faster one.
 *
 * - A convolution, its bias and its ReLU become one operation, where nothing else reads what lies between.
 * - Max pooling keeps where its maxima were for its gradient, which otherwise looks for each once more.
 */
export function withOneDnn(binding: Binding, recording: Recording): Recording {
  const { operations } = recording
  const origins = new Map(recording.origins)
  const { madeBy, madeForOneReader, shapeOf } = readRecording(recording)
  const isWorth = ({ op, inputs, outputs }: NativeOperation) =>
    isWorthOneDnn(op, inputs.map(shapeOf), shapeOf(outputs[0]))

  /** By the pool that makes it. The binding's own handles are not negative. */
  const workspaces = new Map<NativeOperation, number>()
  const pooledBy = (operation: NativeOperation) =>
    operation.op === 'MaxPoolGrad' ? madeBy(operation.inputs[1], 'MaxPool') : null
  for (const operation of operations) {
    const pool = operation.kind === 'operation' && pooledBy(operation)
    if (!pool || workspaces.has(pool)) continue
    const id = -1 - workspaces.size
    workspaces.set(pool, id)
    origins.set(id, { kind: 'operation', index: operations.indexOf(pool), output: 1, shape: [] })
  }

  const moved = ({ outputs }: NativeOperation, op: string, inputs: number[], attributes: OpAttribute[]) => ({
    ...{ kind: 'operation' as const, op: `_MklNative${op}`, inputs, outputs },
    attributes: [...attributes, { ...ONE_DNN_KERNEL, type: binding.TF_ATTR_STRING }],
  })
  const keepsWorkspace: OpAttribute = { name: 'workspace_enabled', type: binding.TF_ATTR_BOOL, value: true }

  function pooling(operation: NativeOperation): NativeOperation | null {
    const { op, inputs, attributes } = operation
    const workspace = workspaces.get(pooledBy(operation) ?? operation)
    if (workspace === undefined) return null
    return moved(operation, op, op === 'MaxPool' ? inputs : [...inputs, workspace], [...attributes, keepsWorkspace])
  }

  /** A convolution that ends in this operation. What it was before stays, and runs only if something else reads it. */
  function joined(last: NativeOperation): NativeOperation | null {
    const bias = last.op === 'Relu' ? madeForOneReader(last.inputs[0], 'BiasAdd') : last.op === 'BiasAdd' ? last : null
    const convolution = bias && madeForOneReader(bias.inputs[0], 'Conv2D')
    if (!convolution || !isWorth(convolution)) return null
    return moved(
      last,
      'FusedConv2D',
      [...convolution.inputs, bias.inputs[1] as number],
      [
        ...convolution.attributes,
        { name: 'num_args', type: binding.TF_ATTR_INT, value: 1 },
        { name: 'TArgs', type: binding.TF_ATTR_TYPE, value: [binding.TF_FLOAT] },
        { name: 'fused_ops', type: binding.TF_ATTR_STRING, value: last === bias ? ['BiasAdd'] : ['BiasAdd', 'Relu'] },
      ],
    )
  }

  const alone = (operation: NativeOperation) =>
    isWorth(operation) ? moved(operation, operation.op, operation.inputs, operation.attributes) : null

  return {
    ...recording,
    origins,
    operations: operations.map((operation) =>
      operation.kind === 'operation'
        ? (pooling(operation) ?? joined(operation) ?? alone(operation) ?? operation)
        : operation,
    ),
  }
}
