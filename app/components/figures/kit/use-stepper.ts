import { type RefCallback, useEffect, useRef, useState } from 'react'
import { useInView } from './use-in-view.ts'
import { useReducedMotion } from './use-reduced-motion.ts'

interface Process<State> {
  /** When this changes, the process starts over from `initial`. */
  key: string
  initial: () => State
  /** The state after the given one, as a new object. It may move what the old one held: a state is stepped once. */
  step: (state: State) => State
  isDone: (state: State) => boolean
  stepsPerSecond: number
  /** Steps of one press of "Step". */
  stride?: number
}

export interface Stepper<State> {
  state: State
  playing: boolean
  done: boolean
  canPlay: boolean
  toggle: () => void
  stepOnce: () => void
  reset: () => void
  /** For the element that has to be in view while it plays. */
  ref: RefCallback<HTMLElement>
}

/** What a frame may take: half of a sixtieth of a second, so that the page stays quick while a network trains. */
const FRAME_BUDGET_MS = 8

/** A process that is stepped by hand or plays in slices of animation frames; it stands still out of view. */
export function useStepper<State>(process: Process<State>): Stepper<State> {
  const [held, setHeld] = useState(() => ({ key: process.key, state: process.initial() }))
  const [playing, setPlaying] = useState(false)
  const [ref, inView] = useInView()
  const reduced = useReducedMotion()

  let current = held
  if (held.key !== process.key) {
    current = { key: process.key, state: process.initial() }
    setHeld(current)
  }
  // What frames and presses start from: the latest state, also between renderings.
  const latest = useRef({ process, current })
  latest.current = { process, current }

  const advance = (steps: number, budgetMs: number) => {
    const { process, current } = latest.current
    const from = performance.now()
    let { state } = current
    for (let i = 0; i < steps && !process.isDone(state); i++) {
      state = process.step(state)
      if (performance.now() - from > budgetMs) break
    }
    latest.current.current = { key: current.key, state }
    setHeld(latest.current.current)
    if (process.isDone(state)) setPlaying(false)
  }
  const advanceLatest = useRef(advance)
  advanceLatest.current = advance

  const moving = playing && inView && !reduced
  useEffect(() => {
    if (!moving) return
    let before = performance.now()
    let owed = 1
    let request = requestAnimationFrame(function frame(now) {
      // A tab that slept owes no more than a tenth of a second.
      owed += (Math.min(100, now - before) / 1000) * latest.current.process.stepsPerSecond
      before = now
      const due = Math.floor(owed)
      owed -= due
      if (due > 0) advanceLatest.current(due, FRAME_BUDGET_MS)
      request = requestAnimationFrame(frame)
    })
    return () => cancelAnimationFrame(request)
  }, [moving])

  const done = process.isDone(current.state)
  const reset = () => {
    latest.current.current = { key: process.key, state: process.initial() }
    setHeld(latest.current.current)
    setPlaying(false)
  }
  return {
    state: current.state,
    playing: playing && !reduced,
    done,
    canPlay: !reduced,
    toggle: () => {
      if (done) reset()
      setPlaying(!playing)
    },
    stepOnce: () => {
      setPlaying(false)
      advance(process.stride ?? 1, Number.POSITIVE_INFINITY)
    },
    reset,
    ref,
  }
}
