import type { Tensor, Variable } from '@tensorflow/tfjs'
import type { NativeBackend } from '../kernels/native-backend.ts'
import type { SeedSource } from '../kernels/seed-source.ts'
import { GraphDef } from './graph-def.ts'
import { GraphWriter } from './graph-writer.ts'
import { loadGraph } from './load-graph.ts'
import type { Given, Recording } from './record.ts'

interface Plan {
  feeds: Given[]
  feedNames: string
  fetchNames: string
}

/** A recorded run as a graph that one call runs. */
export class StepGraph {
  private readonly session: number

  private constructor(
    private readonly backend: NativeBackend,
    private readonly source: SeedSource,
    private readonly plan: Plan,
    private readonly outputs: number,
    private readonly changed: readonly Variable[],
    private readonly seeds: number,
    graph: GraphDef,
  ) {
    this.session = loadGraph(backend.binding, graph)
  }

  /**
   * @param changed the variables that the run wrote to; a run of the graph will
   * @throws when libtensorflow takes an operation alone but not in a graph
   */
  static from(
    backend: NativeBackend,
    source: SeedSource,
    recording: Recording,
    changed: readonly Variable[],
  ): StepGraph {
    const { graph, ...plan } = planOf(backend, recording, [...recording.outputs, ...changed])
    return new StepGraph(backend, source, plan, recording.outputs.length, changed, recording.seeds, graph)
  }

  run(inputs: readonly Tensor[], variables: readonly Variable[]): Tensor[] {
    const { backend, plan } = this
    // All of them, used or not: the next draw must be the one that the source would make.
    const seeds = Array.from({ length: this.seeds }, () => this.source.draw())
    const given = { input: inputs, variable: variables, seed: seeds }
    const feeds = backend.getInputTensorIds(plan.feeds.map(({ kind, index }) => given[kind][index] as Tensor))
    const results = backend.binding
      .runSavedModel(this.session, feeds, plan.feedNames, plan.fetchNames)
      .map((result) => backend.createOutputTensor(result))
    for (const seed of seeds) seed.dispose()
    this.changed.forEach((variable, i) => {
      const value = results[this.outputs + i] as Tensor
      variable.assign(value)
      value.dispose()
    })
    return results.slice(0, this.outputs)
  }

  dispose(): void {
    this.backend.binding.deleteSavedModel(this.session)
  }
}

function planOf(backend: NativeBackend, recording: Recording, fetched: readonly Tensor[]): Plan & { graph: GraphDef } {
  const { binding } = backend
  const graph = new GraphDef(binding)
  const feeds: Given[] = []
  const names = new Map<number, string>()
  const fragments = new Map<number, readonly string[]>()

  const nameOf = (id: number): string => {
    const known = names.get(id)
    if (known) return known
    const origin = recording.origins.get(id)
    if (!origin) throw new Error('a result was made before the step')
    let name: string
    if (origin.kind === 'operation')
      name = fragments.get(origin.index)?.[origin.output] ?? outputName(`op${origin.index}`, origin.output)
    else if (origin.kind === 'constant') name = graph.constant(origin.tensor)
    else {
      name = graph.placeholder(`feed${feeds.length}`, origin.dtype, origin.shape)
      feeds.push(origin)
    }
    names.set(id, name)
    return name
  }
  recording.operations.forEach((recorded, index) => {
    const inputs = recorded.inputs.map(nameOf)
    if (recorded.kind === 'operation') graph.operation(`op${index}`, recorded.op, inputs, recorded.attributes)
    else fragments.set(index, recorded.fragment.build(new GraphWriter(graph, binding, `fragment${index}`), inputs))
  })
  // Through an identity, because a session gives back neither what it was fed nor the same tensor twice.
  const handles = backend.getInputTensorIds([...fetched])
  const fetchNames = handles.map((id, i) => {
    const dtype = backend.getDTypeInteger((fetched[i] as Tensor).dtype)
    const T = { name: 'T', type: binding.TF_ATTR_TYPE, value: dtype }
    return `${graph.operation(`fetch${i}`, 'Identity', [nameOf(id)], [T])}:0`
  })
  return {
    graph,
    feeds,
    feedNames: feeds.map((_, i) => `feed${i}:0`).join(','),
    fetchNames: fetchNames.join(','),
  }
}

const outputName = (node: string, output: number): string => (output === 0 ? node : `${node}:${output}`)
