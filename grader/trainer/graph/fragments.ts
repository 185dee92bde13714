import type { Tensor } from '@tensorflow/tfjs'
import type { NativeBackend, NativeTensor } from '../kernels/native-backend.ts'
import { GraphDef } from './graph-def.ts'
import { GraphWriter, type Output } from './graph-writer.ts'
import { loadGraph } from './load-graph.ts'

/** A piece of graph written by hand: what can't be asked of libtensorflow operation by operation, such as a loop. */
export interface Fragment {
  /** Adds it to a graph; the same for inputs of any size. */
  build(graph: GraphWriter, inputs: readonly Output[]): Output[]
}

interface Loaded {
  session: number
  feeds: string
  fetches: string
}

/** Runs fragments: each alone as a graph of its own, or, while a step is recorded, as a part of the step's graph. */
export class Fragments {
  /** Told of each run while a graph is recorded, with the handles of what went in, and what came out. */
  onRun: ((fragment: Fragment, inputs: number[], outputs: NativeTensor[]) => void) | null = null
  private readonly loaded = new Map<Fragment, Loaded>()
  constructor(private readonly backend: NativeBackend) {}

  run(fragment: Fragment, inputs: readonly Tensor[]): Tensor[] {
    const { backend } = this
    const handles = backend.getInputTensorIds([...inputs])
    const { session, feeds, fetches } = this.loadedOf(fragment, inputs)
    const results = backend.binding.runSavedModel(session, handles, feeds, fetches)
    this.onRun?.(fragment, handles, results)
    return results.map((result) => backend.createOutputTensor(result))
  }

  /** Loaded once a process: a fragment fits inputs of any size. */
  private loadedOf(fragment: Fragment, inputs: readonly Tensor[]): Loaded {
    const known = this.loaded.get(fragment)
    if (known) return known
    const { backend } = this
    const graph = new GraphDef(backend.binding)
    const names = inputs.map(({ dtype }, i) => graph.placeholder(`feed${i}`, backend.getDTypeInteger(dtype), null))
    const outputs = fragment.build(new GraphWriter(graph, backend.binding, 'fragment'), names)
    const loaded = {
      session: loadGraph(backend.binding, graph),
      feeds: names.map((name) => `${name}:0`).join(','),
      fetches: outputs.map((output) => (output.includes(':') ? output : `${output}:0`)).join(','),
    }
    this.loaded.set(fragment, loaded)
    return loaded
  }
}
