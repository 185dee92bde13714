import { SourceMap } from 'node:module'
import { transform } from 'esbuild'
import { expect, it } from 'vitest'
import { positionMapper } from './position-mapper.ts'

const SOURCE = `import * as tf from '@tensorflow/tfjs'
interface Row { a: number; b?: string }

export const rows: Row[] = [{ a: 1 }, { a: 2 }].map(
  (row) => ({ ...row, b: \`row \${row.a}\` }),
)
export class Model<T extends object> {
  constructor(private readonly inner: T) {}
  run = async (x: tf.Tensor) => { throw new Error(String(x) + this.inner) }
}
enum Kind { One = 1, Two }
export default Kind.Two
`

it("finds for every position of the output what Node's own reader finds", async () => {
  const { code, map } = await transform(SOURCE, { loader: 'ts', format: 'cjs', sourcemap: 'external' })
  const mapPosition = positionMapper(map)
  const reference = new SourceMap(JSON.parse(map))
  code.split('\n').forEach((text, line) => {
    for (let column = 0; column <= text.length; column++) {
      const found = reference.findEntry(line, column)
      const expected = 'originalLine' in found && { line: found.originalLine + 1, column: found.originalColumn + 1 }
      expect(mapPosition({ line: line + 1, column: column + 1 }) ?? false).toEqual(expected)
    }
  })
})
