import * as tf from '@tensorflow/tfjs'
import { transform } from 'esbuild'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Lesson } from '../contract/lesson.ts'
import { listLessons } from './list-lessons.ts'
import { prelude } from './notebook/prelude.ts'
import { readLesson } from './read-lesson.ts'

const ROOT = new URL('../..', import.meta.url).pathname
const lessons = await Promise.all((await listLessons(ROOT)).map(({ slug }) => readLesson(ROOT, slug)))

/** What each cell of a lesson showed, in order. */
interface Shown {
  line: number
  printed: string[]
  drawn: string[]
}

const AsyncFunction = (async () => {}).constructor as new (...code: string[]) => (...values: unknown[]) => Promise<void>

/**
 * Runs the cells of a lesson from top to bottom as one program, as a notebook would, with the export's own `print` and
 * `plot`: what they print and draw is kept instead of shown.
 */
async function runCells(lesson: Lesson): Promise<Shown[]> {
  const shown: Shown[] = []
  const program = lesson.blocks.flatMap((block) =>
    block.kind === 'cell' ? [`begin(${block.line})\n${block.source}`] : [],
  )
  const source = [prelude(tf.version.tfjs).replace(/^import .*$/m, ''), ...program].join('\n')
  const { code } = await transform(source, { loader: 'ts', target: 'es2022' })
  const run = new AsyncFunction('tf', 'begin', 'console', 'Deno', code)
  const current = () => shown.at(-1) ?? { line: 0, printed: [], drawn: [] }
  await run(
    tf,
    (line: number) => shown.push({ line, printed: [], drawn: [] }),
    { log: (...values: unknown[]) => current().printed.push(values.map(String).join(' ')) },
    { jupyter: { display: (data: Record<string, string>) => current().drawn.push(data['image/svg+xml'] ?? '') } },
  ).catch((error: unknown) => {
    throw new Error(`lessons/${lesson.slug}/README.md, cell at line ${current().line}: ${String(error)}`)
  })
  return shown
}

beforeAll(async () => {
  // Tensors print through the console that tfjs sees, which is the process's own.
  await tf.setBackend('cpu')
})

describe.each(lessons.filter(({ blocks }) => blocks.some(({ kind }) => kind === 'cell')))('$slug', (lesson) => {
  it('runs from top to bottom, and each cell shows something', { timeout: 120_000 }, async () => {
    for (const { line, printed, drawn } of await runCells(lesson)) {
      expect(printed.length + drawn.length, `the cell at line ${line} shows nothing`).toBeGreaterThan(0)
      for (const svg of drawn)
        expect(svg, `the cell at line ${line} draws what is no number`).not.toMatch(/NaN|Infinity|undefined/)
    }
  })
})
