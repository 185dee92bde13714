import type { Tensor, Variable } from '@tensorflow/tfjs'
import type { Compile, Compiled, TensorFunction } from '#lib/training/compile.ts'
import type { Tf } from '#lib/training/tf.ts'
import { type NativeBackend, nativeBackend } from '../kernels/native-backend.ts'
import { withOneDnn } from './one-dnn.ts'
import { type Given, type Recording, record, type Sources } from './record.ts'
import { StepGraph } from './step-graph.ts'

/**
 * libtensorflow takes more than proportionally long to prepare a graph: 1.4 CPU-seconds for 5,900 operations, 7 for
 * 17,700, as much as fourteen steps one by one. Much beyond that a short training would never earn it back.
 */
export const MAX_OPERATIONS = 20_000

/**
 * Compiles a function by watching it run: the operations of its second run on inputs of the same shapes become a graph,
 * and each later run is one call into libtensorflow. Run one by one, operations cost 40–90 µs each in JavaScript and
 * bindings, several hundred of them a step.
 *
 * @param oneDnn whether convolutions run on oneDNN's kernels where those are faster
 */
export function graphCompiler(tf: Tf, sources: Sources, oneDnn: boolean): Compile {
  const backend = nativeBackend(tf)
  const optimise = (recording: Recording) => (oneDnn ? withOneDnn(backend.binding, recording) : recording)
  return (source, variables) => new GraphFunction(backend, sources, optimise, source, variables)
}

class GraphFunction implements Compiled {
  compiledRuns = 0
  eagerBecause: string | null = null
  /** By the shapes of the inputs. 'seen': run once. 'eager': never to be compiled. */
  private readonly graphs = new Map<string, StepGraph | 'seen' | 'eager'>()

  constructor(
    private readonly backend: NativeBackend,
    private readonly sources: Sources,
    private readonly optimise: (recording: Recording) => Recording,
    private readonly source: TensorFunction,
    private readonly variables: readonly Variable[],
  ) {}

  run(inputs: readonly Tensor[]): Tensor[] {
    const shapes = inputs.map(({ dtype, shape }) => `${dtype}[${shape}]`).join(' ')
    const graph = this.graphs.get(shapes)
    if (graph instanceof StepGraph) {
      this.compiledRuns++
      return graph.run(inputs, this.variables)
    }
    if (graph === 'seen') return this.runAndCompile(shapes, inputs)
    // A shape that comes once is not worth a graph.
    this.graphs.set(shapes, graph ?? 'seen')
    return this.source(inputs)
  }

  private runAndCompile(shapes: string, inputs: readonly Tensor[]): Tensor[] {
    const { backend, sources, variables } = this
    const before = backend.getInputTensorIds([...variables])
    const given = new Map<number, Given>()
    before.forEach((id, index) => {
      given.set(id, this.given('variable', index, variables[index] as Tensor))
    })
    backend.getInputTensorIds([...inputs]).forEach((id, index) => {
      given.set(id, this.given('input', index, inputs[index] as Tensor))
    })
    const recording = record(backend, sources, given, () => this.source(inputs))
    const after = backend.getInputTensorIds([...variables])
    const changed = variables.filter((_, i) => before[i] !== after[i])
    try {
      if (recording.fault) throw new Error(recording.fault)
      const { length } = recording.operations
      if (length > MAX_OPERATIONS) throw new Error(`the step takes ${length} operations, too many for a graph`)
      this.graphs.set(shapes, StepGraph.from(backend, sources.seeds, this.optimise(recording), changed))
    } catch (error) {
      this.graphs.set(shapes, 'eager')
      this.eagerBecause ??= error instanceof Error ? error.message : String(error)
    }
    return recording.outputs
  }

  private given(kind: Given['kind'], index: number, { dtype, shape }: Tensor): Given {
    return { kind, index, dtype: this.backend.getDTypeInteger(dtype), shape }
  }

  dispose(): void {
    for (const graph of this.graphs.values()) if (graph instanceof StepGraph) graph.dispose()
    this.graphs.clear()
  }
}
