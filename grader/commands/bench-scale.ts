import { writeFile } from 'node:fs/promises'
import { LearningCurve } from '#lib/contract/learning-curve.ts'
import { benchScale } from '../bench/bench-scale.ts'
import { startDefaultTrainer } from './engine.ts'
import { catalogueRoot } from './installation.ts'
import { machine } from './machine.ts'

const SIZES = [500, 2000, 8000, 32_000, 128_000, 200_000]

/**
 * Classical models and networks against the number of rows.
 * @returns the exit code
 */
export async function benchScaleCommand(options: { largest: number; test: number; json?: string }): Promise<number> {
  const trainer = await startDefaultTrainer()
  try {
    console.log(line('', 'rows', 'accuracy', 'fit, CPU-s', 'predict, s'))
    const models = await benchScale({
      root: catalogueRoot,
      trainer,
      sizes: SIZES.filter((size) => size <= options.largest),
      testRows: options.test,
      onPoint: (title, { rows, accuracy, fitCpuSeconds, predictSeconds }) =>
        console.log(
          line(title, String(rows), accuracy.toFixed(4), fitCpuSeconds.toFixed(1), predictSeconds.toFixed(1)),
        ),
    })
    if (options.json) {
      const curve: LearningCurve = {
        dataset: 'mill-sensors',
        testRows: options.test,
        measuredAt: new Date().toISOString(),
        machine: machine(),
        engine: trainer.engine,
        models,
      }
      await writeFile(options.json, `${JSON.stringify(LearningCurve.parse(curve), null, 2)}\n`)
    }
    return 0
  } finally {
    await trainer.stop()
  }
}

const line = (name: string, ...columns: string[]): string =>
  `${name.padEnd(28)}${columns.map((column) => column.padStart(12)).join('')}`
