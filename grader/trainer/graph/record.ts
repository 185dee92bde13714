import type { Tensor } from '@tensorflow/tfjs'
import type { Binding, NativeBackend, NativeTensor, OpAttribute } from '../kernels/native-backend.ts'
import { SeedSource } from '../kernels/seed-source.ts'
import type { Fragment, Fragments } from './fragments.ts'
import type { HostTensor } from './graph-def.ts'

/** What a graph is given anew for each run. */
export interface Given {
  kind: 'input' | 'variable' | 'seed'
  index: number
  dtype: number
  shape: readonly number[]
}

/** Where a tensor of a recorded run came from. */
export type Origin =
  | Given
  | { kind: 'constant'; tensor: HostTensor }
  | { kind: 'operation'; index: number; output: number; shape: readonly number[] }

/** An operation of libtensorflow. `inputs` and `outputs` are handles. */
export interface NativeOperation {
  kind: 'operation'
  op: string
  attributes: OpAttribute[]
  inputs: number[]
  outputs: number[]
}
type RecordedOperation = NativeOperation | { kind: 'fragment'; fragment: Fragment; inputs: number[] }

/** What a recorded run may do beside calling the binding. */
export interface Sources {
  seeds: SeedSource
  fragments: Fragments
}

export interface Recording {
  outputs: Tensor[]
  operations: RecordedOperation[]
  /** By handle. */
  origins: Map<number, Origin>
  seeds: number
  /** Why the same operations might not be right another time; null when they are. */
  fault: string | null
}

/**
 * Runs `run` operation by operation and writes down what libtensorflow was asked to do. Values that JavaScript made on
 * the way count as constants, which they are unless JavaScript drew them at random or read a tensor to make them: both
 * are found out and become the fault.
 *
 * @param given where the tensors that exist already come from, by handle
 */
export function record(
  backend: NativeBackend,
  { seeds, fragments }: Sources,
  given: ReadonlyMap<number, Given>,
  run: () => Tensor[],
): Recording {
  const { binding } = backend
  const origins = new Map<number, Origin>(given)
  const operations: RecordedOperation[] = []
  const faults: string[] = []
  let drawn = 0
  let randomCalls = 0

  const keep = (operation: RecordedOperation, name: string, outputs: readonly NativeTensor[]) => {
    if (operation.inputs.some((id) => !origins.has(id)))
      faults.push(`${name} takes a tensor that was made before the step`)
    const index = operations.push(operation) - 1
    outputs.forEach(({ id, shape }, output) => {
      origins.set(id, { kind: 'operation', index, output, shape })
    })
  }
  const recorder: Partial<Binding> = {
    executeOp(op, attributes, inputs, count) {
      const outputs = binding.executeOp(op, attributes, inputs, count)
      const ids = outputs.map(({ id }) => id)
      keep({ kind: 'operation', op, attributes, inputs: [...inputs], outputs: ids }, op, outputs)
      return outputs
    },
    createTensor(shape, dtype, values) {
      const id = binding.createTensor(shape, dtype, values)
      if (!ArrayBuffer.isView(values)) faults.push('a constant is no numbers')
      else {
        const data = new Uint8Array(values.buffer, values.byteOffset, values.byteLength)
        origins.set(id, { kind: 'constant', tensor: { dtype, shape: [...shape], data } })
      }
      return id
    },
    tensorDataSync(id) {
      faults.push('the step reads a tensor back')
      return binding.tensorDataSync(id)
    },
  }
  const random = Math.random
  Math.random = () => {
    randomCalls++
    return random()
  }
  seeds.onDraw = (seed) => {
    const [id] = backend.getInputTensorIds([seed]) as [number]
    origins.set(id, { kind: 'seed', index: drawn++, dtype: binding.TF_INT32, shape: seed.shape })
  }
  fragments.onRun = (fragment, inputs, outputs) => keep({ kind: 'fragment', fragment, inputs }, 'a loop', outputs)
  // Defined, not assigned: the addon's own properties are read-only.
  backend.binding = Object.create(binding, Object.getOwnPropertyDescriptors(recorder))
  try {
    const outputs = run()
    if (randomCalls !== drawn * SeedSource.CALLS) faults.push('a layer draws random numbers in JavaScript')
    return { outputs, operations, origins, seeds: drawn, fault: faults[0] ?? null }
  } finally {
    backend.binding = binding
    Math.random = random
    seeds.onDraw = null
    fragments.onRun = null
  }
}
