import type { GradeReport } from '#lib/contract/report.ts'
import type { Verdict } from '#lib/domain/verdict.ts'

/** One hostile solution, and what must become of it. */
export interface Attack {
  number: number
  title: string
  /** What its author is after. */
  intent: string
  kind: 'model' | 'functions'
  /** TypeScript, as a learner would submit it. It prints a line starting with PWNED when it gets what it wants. */
  source: string
  /** Each of these means that it was contained. `scored`: it went on to a result that is worth what it honestly is. */
  verdicts: readonly Verdict[]
  /** What must hold besides. @throws where it doesn't */
  verify?(report: GradeReport): void
}

interface ModelParts {
  /** Before the exports. */
  top?: string
  prepare?: string
  buildModel?: string
  training?: string
}

/** A complete model solution, honest but for the parts given: bodies of the functions, and the training expression. */
export const modelSource = ({ top, prepare, buildModel, training }: ModelParts): string => `
import type { Ctx } from 'gradus'
const node = (name: string): any => (globalThis as any).process.getBuiltinModule(name)
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
${top ?? ''}
export async function prepare(ctx: Ctx, train: any): Promise<any> {
  ${prepare ?? 'return (x: any) => x.div(10)'}
}
export async function buildModel(ctx: Ctx): Promise<any> {
  const { tf } = ctx
  const model: any = tf.sequential()
  model.add(tf.layers.dense({ inputShape: ctx.inputShape, units: 8, activation: 'relu' }))
  model.add(tf.layers.dense({ units: ctx.outputs, activation: 'softmax' }))
  ${buildModel ?? ''}
  return model
}
export const training: any = ${training ?? "{ optimizer: 'adam', learningRate: 0.01, epochs: 2, batchSize: 16 }"}
`
