import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { TEST_SECRET } from './grading-engine.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gradus-cli-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** `gradus …` as somebody types it, in a process of its own. */
function gradus(args: string[], environment: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['grader/gradus.mjs', ...args], {
    env: { ...process.env, GRADUS_DATA: folder, GRADUS_SECRET: TEST_SECRET, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [stdout, stderr] = ['', '']
  child.stdout.on('data', (chunk) => (stdout += chunk))
  child.stderr.on('data', (chunk) => (stderr += chunk))
  return new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve) => {
    child.on('close', (code) => resolve({ code, stdout, stderr }))
  })
}

describe('gradus grade', () => {
  it('prints one JSON object and nothing else on standard output', async () => {
    const slug = 'm1-wine-first-network'
    const { code, stdout } = await gradus(['grade', slug, `exercises/${slug}/solution.ts`, '--json'])
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      exercise: slug,
      verdict: 'scored',
      metric: { name: 'accuracy', public: expect.any(Number), private: expect.any(Number) },
      points: expect.any(Number),
      maxPoints: 100,
      checks: expect.arrayContaining([
        expect.objectContaining({ id: 'rowwise', passed: true, feedback: expect.any(String) }),
      ]),
      diagnoses: [],
      timing: { compile: expect.any(Number), train: expect.any(Number), total: expect.any(Number) },
      provenance: { seed: expect.any(Number), engine: { libtensorflow: expect.any(String) } },
    })
  })

  it('keeps the trained model, which is converted to TensorFlow.js and back', async () => {
    const slug = 'm1-wine-first-network'
    const [file, again] = [join(folder, 'wine.keras'), join(folder, 'again.keras')]
    const [files, last] = [join(folder, 'wine'), join(folder, 'last')]
    const graded = await gradus(['grade', slug, `exercises/${slug}/solution.ts`, '--json', '--save-model', file])
    expect(graded).toMatchObject({ code: 0, stderr: `The trained model is in ${file}.\n` })
    const { params } = JSON.parse(graded.stdout)
    expect(await gradus(['model', 'convert', file, files])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining(`${params} weights`),
    })
    expect(await gradus(['model', 'convert', join(files, 'model.json'), again])).toMatchObject({ code: 0 })
    expect(await gradus(['model', 'convert', again, last])).toMatchObject({ code: 0 })
    expect(await readFile(join(last, 'weights.bin'))).toEqual(await readFile(join(files, 'weights.bin')))
  })

  it('says that there is no model to keep', async () => {
    const file = join(folder, 'empty.ts')
    await writeFile(file, 'export const functions = {}\n')
    const { code, stderr } = await gradus([
      'grade',
      'm1-perceptron-rule',
      file,
      '--save-model',
      join(folder, 'no.keras'),
    ])
    expect({ code, stderr }).toMatchObject({ code: 1, stderr: expect.stringContaining('no trained model to save') })
  })

  it('exits with 0 for a learner’s fault: the file was graded', async () => {
    const file = join(folder, 'broken.ts')
    await writeFile(file, 'export const functions = {\n  predict: (w) =>\n}\n')
    const { code, stdout } = await gradus(['grade', 'm1-perceptron-rule', file, '--json'])
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ verdict: 'compile_error', error: { kind: 'compile_error', line: 3 } })
  })

  it.each([
    ['an exercise that is not there', ['grade', 'm9-nothing', 'package.json'], 2, 'no exercise "m9-nothing"'],
    ['a file that is not there', ['grade', 'm1-perceptron-rule', 'nothing.ts'], 2, 'no file "nothing.ts"'],
    ['a missing argument', ['grade', 'm1-perceptron-rule'], 2, 'missing required argument'],
    ['an unknown command', ['mark'], 2, 'unknown command'],
    [
      'a model that is not there',
      ['model', 'convert', 'nothing.keras', 'folder'],
      2,
      'no file or folder "nothing.keras"',
    ],
    ['a conversion to the same', ['model', 'convert', 'package.json', 'folder'], 2, 'should be a .keras file'],
  ])('refuses %s as bad usage', async (_, args, exitCode, said) => {
    const { code, stdout, stderr } = await gradus(args)
    expect({ code, stdout }).toEqual({ code: exitCode, stdout: '' })
    expect(stderr).toContain(said)
  })

  it('exits with 3 when the platform fails, and names the setting that is wrong', async () => {
    const args = ['grade', 'm1-perceptron-rule', 'exercises/m1-perceptron-rule/solution.ts']
    const { code, stderr } = await gradus(args, { GRADUS_BOX: 'cardboard' })
    expect(code).toBe(3)
    expect(stderr).toContain('GRADUS_BOX is "cardboard"')
  })
})

describe('gradus model convert', () => {
  it('exits with 1 for a file that is no model, and says so', async () => {
    const file = join(folder, 'broken.keras')
    await writeFile(file, 'not a model')
    const { code, stdout, stderr } = await gradus(['model', 'convert', file, join(folder, 'broken')])
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toBe(`gradus: ${file} is not converted. It is not an archive, or a damaged one.\n`)
  })
})
