import { createSession, type Readings, type Session } from '#lib/playground/session.ts'
import type { PlaygroundState } from '#lib/playground/state.ts'
import { createField, evaluateField, type Field } from './field.ts'

export const SPEEDS = ['slow', 'normal', 'fast'] as const
export type Speed = (typeof SPEEDS)[number]

/** What React shows; a new object each time it is worth showing. */
export interface LabView {
  readings: Readings
  playing: boolean
}

/** What is drawn anew in one round of painting. */
export interface Turn {
  /** Heat maps; the field is new. */
  maps: boolean
  /** Weights, as curves from unit to unit. */
  weights: boolean
  /** Loss by epoch. */
  losses: boolean
}
export type Painter = (turn: Turn) => void

/**
 * While it trains a frame draws at most one of them: heat maps twenty times a second, weights and losses, which change less
 * from frame to frame, ten times, between them. What `all` is drawn stays: training stands still.
 */
const turnOf = (count: number, all: boolean): Turn => ({
  maps: all || count % 3 === 0,
  weights: all || count % 6 === 1,
  losses: all || count % 6 === 4,
})

/** Trains and paints, outside of React: sixty times a second is too often for it, and canvases need none. */
export interface Lab {
  readonly session: Session
  readonly field: Field
  /** Makes new points or a new network where the change asks for one; otherwise training goes on under new settings. */
  configure(state: PlaygroundState): void
  setSpeed(speed: Speed): void
  play(): void
  pause(): void
  /** One epoch. */
  step(): void
  /** The same weights as at the start again. */
  reset(): void
  /** Call after weights were set by hand. */
  weightsChanged(): void
  /** Painters run after each frame that changed anything; the answer ends it. */
  onPaint(painter: Painter): () => void
  /** Paints at the next frame though nothing was trained. */
  repaint(): void
  subscribe(listener: () => void): () => void
  view(): LabView
}

/** Of the 16.7 ms that a frame has; painting takes a part of the rest. */
const TRAINING_BUDGET_MS = 6
/** Above this a frame's painting waits for every second frame, so that training and typing stay smooth. */
const HEAVY_FRAME_MS = 11
/** Five times a second: faster than one reads, and each time the page is laid out anew. */
const READ_EVERY_MS = 200
const CALM_PAINT_EVERY_MS = 500
const MOST_EPOCHS_A_FRAME = 40
const FRAMES_AN_EPOCH_SLOW = 6

/** Settings that shape the points or the network; the others may change while it trains. */
const SHAPING: readonly (keyof PlaygroundState)[] = [
  ...(['data', 'noise', 'trainShare', 'dataSeed'] as const),
  ...(['features', 'layers', 'activation', 'initializer', 'batchNorm', 'weightSeed'] as const),
]
const differs = (a: PlaygroundState, b: PlaygroundState): boolean =>
  SHAPING.some((key) => JSON.stringify(a[key]) !== JSON.stringify(b[key]))

export function createLab(initial: PlaygroundState): Lab {
  let state = initial
  let session = createSession(state)
  let field = createField(session.network, state.features)
  let playing = false
  let speed: Speed = 'normal'
  let frame = 0
  let frames = 0
  let turns = 0
  let dirty = true
  let lastCost = 0
  let lastPaint = 0
  let lastRead = 0
  // Once: a query made anew for every frame makes the browser look at styles.
  const calmWanted = typeof matchMedia === 'function' ? matchMedia('(prefers-reduced-motion: reduce)') : null
  let shown: LabView = { readings: session.readings, playing }
  const painters = new Set<Painter>()
  const listeners = new Set<() => void>()

  function tell() {
    shown = { readings: session.readings, playing }
    for (const listener of listeners) listener()
  }
  function rebuild() {
    session = createSession(state)
    field = createField(session.network, state.features)
    // The first turn fills the field.
    turns = 0
    changed()
  }
  function changed() {
    dirty = true
    schedule()
    tell()
  }
  function schedule() {
    if (frame === 0 && typeof requestAnimationFrame === 'function') frame = requestAnimationFrame(run)
  }

  function train(began: number) {
    if (speed === 'slow' && frames % FRAMES_AN_EPOCH_SLOW !== 0) return
    const most = speed === 'fast' ? MOST_EPOCHS_A_FRAME : 1
    for (let done = 0; done < most && performance.now() - began < TRAINING_BUDGET_MS; done++) {
      session.trainEpoch(state)
      dirty = true
      if (session.finite) continue
      playing = false
      break
    }
  }

  function run(now: number) {
    frame = 0
    frames++
    const began = performance.now()
    if (playing) train(began)
    // Who asked for less motion gets the new state now and then instead of a film of it.
    const calm = playing && calmWanted?.matches === true
    const due = calm ? now - lastPaint >= CALM_PAINT_EVERY_MS : lastCost < HEAVY_FRAME_MS || frames % 2 === 0
    if (dirty && (due || !playing)) {
      const turn = turnOf(turns++, !playing || calm || speed === 'slow')
      if (turn.maps) evaluateField(field, session.network)
      for (const painter of painters) painter(turn)
      dirty = false
      lastPaint = now
      lastCost = performance.now() - began
    }
    if (!playing || now - lastRead >= (calm ? CALM_PAINT_EVERY_MS : READ_EVERY_MS)) {
      lastRead = now
      tell()
    }
    if (playing || dirty) schedule()
  }

  return {
    get session() {
      return session
    },
    get field() {
      return field
    },
    configure(next) {
      const shaping = differs(state, next)
      state = next
      if (shaping) rebuild()
      else changed()
    },
    setSpeed(next) {
      speed = next
    },
    play() {
      if (!session.readings.finite) return
      playing = true
      changed()
    },
    pause() {
      playing = false
      changed()
    },
    step() {
      playing = false
      if (session.readings.finite) session.trainEpoch(state)
      changed()
    },
    reset() {
      playing = false
      rebuild()
    },
    weightsChanged() {
      session.measureAnew()
      changed()
    },
    onPaint(painter) {
      painters.add(painter)
      dirty = true
      schedule()
      return () => {
        painters.delete(painter)
      }
    },
    repaint() {
      dirty = true
      schedule()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    view: () => shown,
  }
}
