import { openSandbox, type RunEnd, type Sandbox } from '#app/sandbox/open-sandbox.ts'
import type { CellOutput } from '#lib/contract/cell-output.ts'
import type { SandboxFault } from '#lib/contract/sandbox-protocol.ts'
import { positionMapper } from '#lib/learner/position-mapper.ts'

export interface CellState {
  source: string
  status: 'idle' | 'waiting' | 'running' | 'done' | 'failed' | 'stopped'
  /** The source that the session's scope holds the outcome of; null when it holds none. */
  ran: string | null
  /** How many cells had been run in the session when this one had. */
  count: number | null
  outputs: readonly CellOutput[]
  error: { message: string; hint?: string; line?: number } | null
}

interface Cell {
  state: CellState
  /** Where the cell stands in the page decides what is above it. */
  element: Element | null
}

/** A cell that trains says something at least each epoch; one that says nothing for so long never will. */
const SILENT_SECONDS = 120
const MAX_OUTPUTS = 300

export const freshCell = (source: string): CellState => ({
  source,
  status: 'idle',
  ran: null,
  count: null,
  outputs: [],
  error: null,
})

const UNAVAILABLE = {
  message: 'The sandbox could not be started.',
  hint: 'A file could not be loaded. Check the connection, and run it again.',
}

/**
 * The cells of one session: a notebook. They run one after another in one sandbox and share what they declare. Running one
 * runs those above it first that have not been run as they stand.
 */
export class CellSession {
  private readonly cells = new Map<string, Cell>()
  private readonly listeners = new Set<() => void>()
  private sandbox: Promise<Sandbox> | null = null
  private count = 0
  private busy = false
  /** Also while there is no runner to stop yet. */
  private stopping = false

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  state(id: string, source: string): CellState {
    const known = this.cells.get(id)
    if (known) return known.state
    const state = freshCell(source)
    this.cells.set(id, { state, element: null })
    return state
  }

  /** The cell stands in the page; called back when it leaves. The sandbox goes with the last one. */
  attach(id: string, element: Element): () => void {
    const cell = this.cells.get(id)
    if (cell) cell.element = element
    return () => {
      this.cells.delete(id)
      if (this.cells.size > 0) return
      void this.sandbox?.then((open) => open.close())
      this.sandbox = null
    }
  }

  edit(id: string, source: string): void {
    this.change(id, { source, error: null })
  }

  /** @param until the last cell to run; without it, all of them */
  async run(until?: string): Promise<void> {
    if (this.busy) return
    this.busy = true
    this.stopping = false
    const inOrder = this.inOrder()
    const upTo = until === undefined ? inOrder : inOrder.slice(0, inOrder.indexOf(until) + 1)
    const queue = upTo.filter((id) => id === until || until === undefined || this.isStale(id))
    for (const id of queue) this.change(id, { status: 'waiting', error: null })
    try {
      for (const id of queue) if (!(await this.runOne(id))) break
    } finally {
      for (const id of queue) if (this.cells.get(id)?.state.status === 'waiting') this.change(id, { status: 'idle' })
      this.busy = false
    }
  }

  stop(): void {
    this.stopping = true
    void this.sandbox?.then((open) => open.stop())
  }

  private isStale(id: string): boolean {
    const state = this.cells.get(id)?.state
    return state !== undefined && state.ran !== state.source
  }

  private inOrder(): string[] {
    const placed = [...this.cells].flatMap(([id, { element }]) => (element ? [{ id, element }] : []))
    return placed
      .sort((a, b) => (a.element.compareDocumentPosition(b.element) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1))
      .map(({ id }) => id)
  }

  /** False when what comes after it must not run. */
  private async runOne(id: string): Promise<boolean> {
    const source = this.cells.get(id)?.state.source
    if (source === undefined) return false
    this.change(id, { status: 'running', outputs: [], error: null })
    try {
      this.sandbox ??= openSandbox()
      const sandbox = await this.sandbox
      const compiled = await sandbox.compile('cell', source)
      if (this.stopping) return this.finish(id, source, { kind: 'stopped' }, '')
      if (!compiled.ok) return this.fail(id, compiled.fault, (at) => at)
      const file = `cell-${++this.count}.js`
      const { code, names, map } = compiled
      const end = await sandbox.run(
        { kind: 'cell', code, names, file },
        {
          silentSeconds: SILENT_SECONDS,
          onEvent: (event) => {
            if (event.kind === 'output') this.show(id, event.output)
          },
        },
      )
      return this.finish(id, source, end, map)
    } catch (error) {
      console.warn('A cell could not be run.', error)
      this.sandbox = null
      this.forget()
      this.change(id, { status: 'failed', error: UNAVAILABLE })
      return false
    }
  }

  private finish(id: string, source: string, end: RunEnd, map: string): boolean {
    switch (end.kind) {
      case 'done':
        this.change(id, { status: 'done', ran: source, count: this.count })
        return true
      case 'stopped':
        this.forget()
        this.change(id, { status: 'stopped' })
        return false
      case 'fault':
        if (end.ended) this.forget()
        return this.fail(id, end.fault, positionMapper(map))
      default:
        return end satisfies never
    }
  }

  private fail(id: string, { message, hint, at }: SandboxFault, mapPosition: ReturnType<typeof positionMapper>): false {
    const place = at && mapPosition(at)
    this.change(id, {
      status: 'failed',
      ran: null,
      error: { message, ...(hint ? { hint } : {}), ...(place ? { line: place.line } : {}) },
    })
    return false
  }

  /** The runner is gone: nothing that cells declared is there any more. */
  private forget(): void {
    this.count = 0
    for (const id of this.cells.keys()) this.change(id, { ran: null })
  }

  private show(id: string, output: CellOutput): void {
    const outputs = this.cells.get(id)?.state.outputs ?? []
    if (outputs.length < MAX_OUTPUTS) this.change(id, { outputs: [...outputs, output] })
  }

  private change(id: string, change: Partial<CellState>): void {
    const cell = this.cells.get(id)
    if (!cell) return
    cell.state = { ...cell.state, ...change }
    for (const listener of this.listeners) listener()
  }
}

const sessions = new Map<string, CellSession>()

/** The session of that name in this page. */
export function sessionOf(name: string): CellSession {
  const known = sessions.get(name) ?? new CellSession()
  sessions.set(name, known)
  return known
}
