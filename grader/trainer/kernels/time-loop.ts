import type { Tensor, Tensor2D, Tensor3D } from '@tensorflow/tfjs'
import type { Tf } from '#lib/training/tf.ts'
import { countedLoop, type LoopBody, type Turn } from '../graph/counted-loop.ts'
import type { Fragment, Fragments } from '../graph/fragments.ts'
import type { GraphWriter, Output } from '../graph/graph-writer.ts'

/** One where a time step counts, zero where it is masked: [time, batch, 1]. Null: all count. */
export type StepMask = Tensor3D | null

/** What one time step is written with. */
export interface TimeStep {
  graph: GraphWriter
  /** This step's rows of the sequences. */
  rows: Output[]
  /** As the step before left them. */
  states: Output[]
  /** The same in each step. */
  constants: Output[]
  /** The number 1 as an axis. */
  lastAxis: Output
  float(value: number): Output
  /** Where the step counts, `fresh`; elsewhere `old`. */
  masked(fresh: Output, old: Output): Output
  /** What of a gradient goes to the step, and what passes it by (null: nothing). */
  parted(gradient: Output): { here: Output; past: Output | null }
}

/** A recurrence over time as a loop of libtensorflow, forth or back. */
export interface TimeLoop {
  backwards: boolean
  masked: boolean
  /** How many of each `step` gives. */
  states: number
  keeps: number
  /** The states after a step, and what it leaves behind: [batch, …] tensors. */
  step(step: TimeStep): { states: Output[]; kept: Output[] }
}

interface TimeLoopInputs {
  /** [time, batch, …] each, the mask last where there is one. */
  sequences: readonly Tensor3D[]
  initial: Tensor2D
  constants: readonly Tensor[]
}

/**
 * Up to so many steps are written out one after the other, without a loop; beyond that a turn of the loop takes several.
 * Between 10 and 100 steps a turn take the same time; what grows is the preparation of the graph, more than
 * proportionally (the first three steps of a GRU of 200: 0.5 s by 16, 0.9 by 32, 1.9 by 100).
 */
const MOST_STEPS_A_TURN = 16

/** How many steps a turn takes, so that few are left over at the end. */
export function stepsPerTurn(time: number): number {
  if (time <= MOST_STEPS_A_TURN) return time
  let best = MOST_STEPS_A_TURN
  for (let steps = MOST_STEPS_A_TURN; steps >= MOST_STEPS_A_TURN / 2; steps--)
    if (leftOver(time, steps) < leftOver(time, best)) best = steps
  return best
}

const leftOver = (time: number, steps: number): number => (steps - (time % steps)) % steps

/** Gives a function that runs the loop: what the steps left behind, each [time, batch, …]. */
function timeLoop(tf: Tf, fragments: Fragments, loop: TimeLoop) {
  const written = new Map<string, Fragment>()
  return ({ sequences, initial, constants }: TimeLoopInputs): Tensor3D[] => {
    const time = (sequences[0] as Tensor3D).shape[0]
    const steps = stepsPerTurn(time)
    const turns = Math.ceil(time / steps)
    const missing = leftOver(time, steps)
    const key = `${steps} ${turns > 1}`
    const write = turns > 1 ? inTurns : atOnce
    const fragment = written.get(key) ?? write(loop, steps, sequences.length)
    written.set(key, fragment)
    if (turns === 1) return fragments.run(fragment, [initial, ...sequences, ...constants]) as Tensor3D[]
    // Steps of zeros after the end: what they answer is cut off, and no gradient comes from them.
    const chunks = sequences.map((sequence) => {
      const whole =
        missing === 0
          ? sequence
          : tf.pad3d(sequence, [
              [0, missing],
              [0, 0],
              [0, 0],
            ])
      return whole.reshape([turns, steps, ...sequence.shape.slice(1)])
    })
    const results = fragments.run(fragment, [initial, ...chunks, ...constants, tf.scalar(turns, 'int32')])
    return results.map((result) => {
      const whole = result.reshape([turns * steps, ...result.shape.slice(2)]) as Tensor3D
      return missing === 0 ? whole : tf.slice(whole, 0, time)
    })
  }
}

/** A loop forth and its loop back, for sequences with and without a mask; `counted` is what a mask adds to the sequences. */
export function bothWays(
  tf: Tf,
  fragments: Fragments,
  written: Record<'forth' | 'back', (masked: boolean) => TimeLoop>,
) {
  const pair = (masked: boolean) => ({
    forth: timeLoop(tf, fragments, written.forth(masked)),
    back: timeLoop(tf, fragments, written.back(masked)),
  })
  const loops = { plain: pair(false), masked: pair(true) }
  return (mask: StepMask) => ({ ...(mask ? loops.masked : loops.plain), counted: mask ? [mask] : [] })
}

/** Of [initial, …sequences, …constants]. */
const atOnce = (loop: TimeLoop, steps: number, sequences: number): Fragment => ({
  build(graph, [initial, ...rest]) {
    const here = (value: Output) => value
    const states = Array.from({ length: loop.states }, () => initial as Output)
    const rows = rest.slice(0, sequences).map((sequence) => graph.unpack(sequence, steps))
    return writeSteps(graph, loop, rows, rest.slice(sequences), { turn: '', states, outer: here, outerInt: here }).kept
  },
})

/** Of [initial, …sequences in chunks, …constants, number of turns]. */
const inTurns = (loop: TimeLoop, steps: number, sequences: number): Fragment => ({
  build(graph, inputs) {
    const [initial, ...rest] = inputs as [Output, ...Output[]]
    const turns = rest.pop() as Output
    const sub = (a: Output, b: Output) => graph.node('Sub', [a, b], { T: { type: 'int32' } })
    const last = sub(turns, graph.int(1))
    return countedLoop(graph, {
      turns,
      initial: Array.from({ length: loop.states }, () => initial),
      keeps: loop.keeps,
      body(turn) {
        const { outer, outerInt } = turn
        const place = loop.backwards ? sub(outerInt(last), turn.turn) : turn.turn
        const rows = rest
          .slice(0, sequences)
          .map((sequence) => graph.unpack(graph.at(outer(sequence), place, outerInt(graph.int(0))), steps))
        return { ...writeSteps(graph, loop, rows, rest.slice(sequences), turn), place }
      },
    })
  },
})

/** @param rows of each sequence, by time step */
function writeSteps(
  graph: GraphWriter,
  loop: TimeLoop,
  rows: readonly (readonly Output[])[],
  outside: readonly Output[],
  { states, outer, outerInt }: LoopBody,
): Turn {
  const steps = rows[0]?.length ?? 0
  const constants = outside.map(outer)
  const lastAxis = outerInt(graph.int(1))
  const float = (value: number) => outer(graph.float(value))
  const kept: Output[][] = []
  for (let i = 0; i < steps; i++) {
    const at = loop.backwards ? steps - 1 - i : i
    const now = rows.map((all) => all[at] as Output)
    const mask = loop.masked ? (now.pop() as Output) : null
    const after = loop.step({ graph, rows: now, states, constants, lastAxis, float, ...maskedBy(graph, mask) })
    states = after.states
    kept[at] = after.kept
  }
  return {
    states,
    kept: Array.from({ length: loop.keeps }, (_, k) => graph.pack(kept.map((one) => one[k] as Output))),
  }
}

function maskedBy(graph: GraphWriter, mask: Output | null): Pick<TimeStep, 'masked' | 'parted'> {
  if (mask === null) return { masked: (fresh) => fresh, parted: (gradient) => ({ here: gradient, past: null }) }
  return {
    masked: (fresh, old) => graph.add(old, graph.mul(mask, graph.sub(fresh, old))),
    parted(gradient) {
      const here = graph.mul(mask, gradient)
      return { here, past: graph.sub(gradient, here) }
    },
  }
}

/** The states before each step: zeros, then all but the last of the states after. */
export const statesBefore = (tf: Tf, first: Tensor2D, after: Tensor3D): Tensor3D =>
  tf.concat([tf.expandDims(first, 0), tf.slice(after, [0, 0, 0], [after.shape[0] - 1, -1, -1])], 0) as Tensor3D

/** Σ over steps and rows of beforeᵀ · d: the gradient of recurrent weights. */
export const weightGradient = (tf: Tf, before: Tensor3D, d: Tensor3D): Tensor =>
  tf.matMul(rowsOf(before), rowsOf(d), true, false)

const rowsOf = (sequence: Tensor3D): Tensor2D =>
  sequence.reshape([sequence.shape[0] * sequence.shape[1], sequence.shape[2]])
