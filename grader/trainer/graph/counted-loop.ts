import { FLOAT, type GraphWriter, type Output } from './graph-writer.ts'

/** What the body of a loop is written with. */
export interface LoopBody {
  /** Number of the turn, from 0. */
  turn: Output
  /** The states as they were before the turn. */
  states: Output[]
  /** A value from outside the loop, the same in each turn. */
  outer(value: Output): Output
  outerInt(value: Output): Output
}

interface Loop {
  turns: Output
  /** Float tensors: what the first turn begins with. */
  initial: readonly Output[]
  /** Writes one turn: the states after it, and the float tensors that it leaves behind. */
  body(turn: LoopBody): Turn
  /** How many tensors a turn leaves behind. */
  keeps: number
}

/** What one turn comes to. */
export interface Turn {
  states: Output[]
  kept: Output[]
  /** Where `kept` go in the stacks; by default in the order of the turns. */
  place?: Output
}

/**
 * A loop in the graph: as many nodes for two turns as for two thousand. Made of the executor's own primitives (Enter,
 * Merge, Switch, NextIteration, Exit), which need no function library. Gives what the turns left behind, each stacked
 * along a new first axis. https://arxiv.org/abs/1805.01772 describes them.
 */
export function countedLoop(graph: GraphWriter, { turns, initial, body, keeps }: Loop): Output[] {
  const frame = graph.freshName('loop')
  const entered = (value: Output, type: 'float32' | 'int32' | 'resource', constant: boolean) =>
    graph.node('Enter', [value], {
      T: { type },
      frame_name: { string: frame },
      is_constant: { bool: constant },
      parallel_iterations: { int: 1 },
    })
  const known = new Map<Output, Output>()
  const outerOf = (type: 'float32' | 'int32' | 'resource') => (value: Output) => {
    const entry = known.get(value) ?? entered(value, type, true)
    known.set(value, entry)
    return entry
  }

  const stacks = Array.from({ length: keeps }, () =>
    graph.node('TensorArrayV3', [turns], {
      dtype: { type: 'float32' },
      dynamic_size: { bool: false },
      clear_after_read: { bool: true },
      identical_element_shapes: { bool: true },
      tensor_array_name: { string: '' },
    }),
  )
  // A stack's second output stands for what has been written so far.
  const variables = [
    { initial: graph.int(0), type: 'int32' as const },
    ...initial.map((value) => ({ initial: value, type: 'float32' as const })),
    ...stacks.map((stack) => ({ initial: `${stack}:1`, type: 'float32' as const })),
  ].map(({ initial, type }) => {
    const next = graph.freshName('next')
    const merge = graph.node('Merge', [entered(initial, type, false), next], { T: { type }, N: { int: 2 } })
    return { type, next, merge }
  })
  const counter = variables[0] as (typeof variables)[number]
  const goesOn = graph.node('LoopCond', [
    graph.node('Less', [counter.merge, outerOf('int32')(turns)], { T: { type: 'int32' } }),
  ])
  const switched = variables.map(({ merge, type }) => graph.node('Switch', [merge, goesOn], { T: { type } }))
  const [turn, ...values] = switched.map((name) => `${name}:1`) as [Output, ...Output[]]
  const {
    states,
    kept,
    place = turn,
  } = body({
    turn,
    states: values.slice(0, initial.length),
    outer: outerOf('float32'),
    outerInt: outerOf('int32'),
  })
  const written = kept.map((value, i) =>
    graph.node(
      'TensorArrayWriteV3',
      [outerOf('resource')(stacks[i] as Output), place, value, values[initial.length + i] as Output],
      FLOAT,
    ),
  )
  const nextTurn = graph.node('AddV2', [turn, outerOf('int32')(graph.int(1))], { T: { type: 'int32' } })
  for (const [i, value] of [nextTurn, ...states, ...written].entries()) {
    const { next, type } = variables[i] as (typeof variables)[number]
    graph.named(next, 'NextIteration', [value], { T: { type } })
  }
  const order = graph.node('Range', [graph.int(0), turns, graph.int(1)], { Tidx: { type: 'int32' } })
  return stacks.map((stack, i) => {
    const done = graph.node('Exit', [switched[1 + initial.length + i] as Output], FLOAT)
    return graph.node('TensorArrayGatherV3', [stack, order, done], { dtype: { type: 'float32' } })
  })
}
