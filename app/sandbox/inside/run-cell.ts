import type { Plot } from '#lib/contract/cell-output.ts'
import type { RunnerEvent, RunnerRequest } from '#lib/contract/sandbox-protocol.ts'
import { requireFor } from '#lib/learner/evaluate.ts'
import { explainError } from '#lib/learner/explain-error.ts'
import { captureConsole } from '#lib/learner/learner-console.ts'
import type { Tf } from '#lib/training/tf.ts'
import { formatValue, formatValues } from './format-value.ts'
import { PlotFault, plotOf } from './plot-data.ts'

type Send = (event: RunnerEvent) => void
type CellFunction = (scope: object, load: (name: string) => Promise<unknown>) => Promise<unknown>

/** What the cells of one session share: what they declare, over what they are given. */
export class CellSession {
  private readonly scope: Record<string, unknown>
  private readonly load: (name: string) => Promise<unknown>

  constructor(
    tf: Tf,
    private readonly send: Send,
  ) {
    const draw = (plot: Plot) => send({ kind: 'output', output: { kind: 'plot', plot } })
    // Without a prototype: a name such as `constructor` is nobody's.
    this.scope = Object.assign(Object.create(null), {
      tf,
      print: (...values: unknown[]) => console.log(...values),
      plot: {
        line: (...given: Parameters<typeof plotOf.line>) => draw(plotOf.line(...given)),
        scatter: (...given: Parameters<typeof plotOf.scatter>) => draw(plotOf.scatter(...given)),
        bars: (...given: Parameters<typeof plotOf.bars>) => draw(plotOf.bars(...given)),
        image: (...given: Parameters<typeof plotOf.image>) => draw(plotOf.image(...given)),
      },
    })
    const require = requireFor(tf)
    this.load = async (name) => require(name)
  }

  async run({ code, names, file }: Extract<RunnerRequest, { kind: 'cell' }>): Promise<void> {
    const { send } = this
    // Anew for every cell: each may print as much as the cap allows.
    captureConsole(formatValues, (level, text) => send({ kind: 'output', output: { kind: 'text', level, text } }))
    try {
      for (const name of names) if (!(name in this.scope)) this.scope[name] = undefined
      // biome-ignore lint/security/noGlobalEval: this is the place that code is brought to so that it can be run
      const run: CellFunction = globalThis.eval(`${code}\n//# sourceURL=${file}`)
      const value = await run(this.scope, this.load)
      if (value !== undefined) send({ kind: 'output', output: { kind: 'value', text: formatValue(value) } })
      send({ kind: 'done' })
    } catch (thrown) {
      const { message, hint, at } = explainError(thrown, file)
      send({
        kind: 'fault',
        fault: {
          verdict: 'runtime_error',
          message: thrown instanceof PlotFault ? thrown.message : message,
          ...(hint ? { hint } : {}),
          ...(at ? { at } : {}),
        },
      })
    }
  }
}
