import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll } from 'vitest'
import type { Box, RunningBox } from '#grader/box/box.ts'
import { chooseBox } from '#grader/box/choose-box.ts'
import { gradeSolution } from '#grader/grade.ts'
import { startTrainer } from '#grader/trainer/start-trainer.ts'
import type { Trainer } from '#grader/trainer/trainer.ts'
import { openBlobStore } from '#lib/catalogue/blob-store.ts'
import { type Bundle, loadBundle } from '#lib/catalogue/load-bundle.ts'
import type { GradeReport } from '#lib/contract/report.ts'
import type { RunEvent } from '#lib/contract/telemetry.ts'

export const catalogueRoot = fileURLToPath(new URL('../..', import.meta.url))
export const TEST_SECRET = 'the secret of the tests'

/** The real grader for a test file: one box level, one warm trainer, a store of its own. */
export function useGradingEngine() {
  let box: Box
  let trainer: Trainer
  let folder: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gradus-grader-'))
    const choice = await chooseBox('auto')
    if (!choice.ok) throw new Error(`no box: ${choice.reasons.join('; ')}`)
    box = choice.box
    trainer = await startTrainer({ threads: 2, oneDnn: 'convolutions' })
  })
  afterAll(async () => {
    await trainer?.stop()
    await rm(folder, { recursive: true, force: true })
  })

  return {
    bundle: (slug: string): Promise<Bundle> =>
      loadBundle({ root: catalogueRoot, store: openBlobStore(folder), secret: TEST_SECRET, slug }),
    async grade(
      bundle: Bundle,
      source: string,
      options: {
        signal?: AbortSignal
        onEvent?: (event: RunEvent) => void
        /** What becomes of each box that is started. */
        changeBox?: (box: RunningBox) => RunningBox
      } = {},
    ): Promise<GradeReport> {
      const { changeBox = (running) => running } = options
      const { report } = await gradeSolution({
        bundle,
        source,
        box: { level: box.level, start: async (limits) => changeBox(await box.start(limits)) },
        trainer: async () => trainer,
        now: () => new Date(),
        onEvent: options.onEvent ?? (() => {}),
        ...(options.signal ? { signal: options.signal } : {}),
      })
      return report
    },
  }
}
