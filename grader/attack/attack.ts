import type { GradeReport } from '#lib/contract/report.ts'
import type { Verdict } from '#lib/domain/verdict.ts'

interface Case {
  /** The item of the list in docs/security.md that it belongs to. */
  number: number
  title: string
  /** What its author is after. */
  intent: string
  /** What stays possible although it was contained: said beside the result. */
  caveat?: string
}

/** One hostile solution, and what must become of it. */
export interface Attack extends Case {
  kind: 'model' | 'functions'
  /** TypeScript, as a learner would submit it. It prints a line starting with PWNED when it gets what it wants. */
  source: string
  /** Each of these means that it was contained. `scored`: it went on to a result that is worth what it honestly is. */
  verdicts: readonly Verdict[]
  /** A solution that is graded before it, for what that might leave behind. */
  before?: string
  /** An honest solution: the attack must come out with the same weights and points, or it gained something. */
  twin?: string
  /** What must hold besides. @throws where it doesn't */
  verify?(report: GradeReport): void
}

/** System calls that native code in node's place asks for, by the names of native/raw-calls.c: none may be given. */
export interface NativeAttack extends Case {
  kind: 'native'
  calls: readonly string[]
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

/** For the top of a solution: `send(header, body)` writes a frame of its own to the channel. */
export const FORGE = `const send = (header: unknown, body = new Uint8Array(0)) => {
  const { Buffer } = node('buffer')
  const json = Buffer.from(typeof header === 'string' ? header : JSON.stringify(header))
  const prefix = Buffer.alloc(8)
  prefix.writeUInt32LE(json.length, 0)
  prefix.writeUInt32LE(body.length, 4)
  node('fs').writeSync(3, Buffer.concat([prefix, json, body]))
}`
