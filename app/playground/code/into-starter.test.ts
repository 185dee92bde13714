import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { contractCode } from '#lib/playground/show-as-code.ts'
import { DEFAULT_STATE } from '#lib/playground/state.ts'
import { intoStarter } from './into-starter.ts'

const starter = readFileSync('exercises/m1-xor-hidden-layer/starter.ts', 'utf8')
const code = contractCode({ ...DEFAULT_STATE, features: ['x1', 'x2', 'x1x2'] }, 60)

it('keeps what is locked as the starter has it, word for word, and takes the rest from the network', () => {
  const source = intoStarter(starter, ['prepare', 'training'], code)
  expect(source).toContain(code.buildModel)
  expect(source).toContain(
    "export const training: TrainingConfig = { optimizer: 'adam', learningRate: 0.03, epochs: 60, batchSize: 32 }",
  )
  expect(source).not.toContain(code.training)
  expect(source).not.toContain('prepare')
  expect(source.startsWith("import type { BuildModel, TrainingConfig } from 'gradus'\n")).toBe(true)
})

it('takes everything where nothing is locked', () => {
  const source = intoStarter(starter, [], code)
  for (const part of [code.prepare, code.buildModel, code.training]) expect(source).toContain(part)
  expect(source.match(/export const/g)).toHaveLength(3)
  expect(source.startsWith("import type { BuildModel, Prepare, TrainingConfig } from 'gradus'\n")).toBe(true)
})
