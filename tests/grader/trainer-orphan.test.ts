import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const PARENT = `
import { startTrainer } from '#grader/trainer/start-trainer.ts'
const trainer = await startTrainer({ threads: 1, oneDnn: 'convolutions' })
const rates = Array.from({ length: 5000 }, () => 0.001)
const dense = { class_name: 'Dense', config: { units: 1, activation: 'sigmoid', batch_input_shape: [null, 2] } }
void trainer.train(
  {
    topology: JSON.stringify({ class_name: 'Sequential', config: { layers: [dense] } }),
    plan: { loss: 'binaryCrossentropy', optimizer: 'adam', learningRates: rates, epochs: 5000, batchSize: 8 },
    task: 'binary', outputs: 1, seed: 1, maxCpuSeconds: 600, ordered: false,
  },
  { shape: [800, 2], data: new Float32Array(1600) },
  { shape: [800, 1], data: new Float32Array(800) },
  { model: () => {}, step: () => {}, epoch: () => process.stdout.write('training') },
)
`

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

it.runIf(process.platform === 'linux')('a trainer ends with its parent, even in the middle of training', async () => {
  const parent = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', PARENT], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise((resolve) => parent.stdout.once('data', resolve))
  const children = readFileSync(`/proc/${parent.pid}/task/${parent.pid}/children`, 'utf8').trim().split(' ').map(Number)
  // esbuild's service is a child too; the trainer is the one that runs the bundle.
  const trainer = children.find((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('trainer-'))
  expect(trainer).toBeDefined()
  parent.kill('SIGKILL')
  await expect.poll(() => isAlive(trainer as number), { timeout: 10_000 }).toBe(false)
})
