// Grades what demo students hand in, once and really, and writes recorded/<exercise>.json. To be run by hand when an
// exercise changes: `npx gradus` sets the environment it needs, or set GRADUS_SECRET and GRADUS_DATA.
// node --import tsx prisma/scenarios/record.ts [exercise …]
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openBoxes, startDefaultTrainer } from '#grader/commands/engine.ts'
import { catalogueRoot, installationSecret } from '#grader/commands/installation.ts'
import { gradeSolution } from '#grader/grade.ts'
import type { Trainer } from '#grader/trainer/trainer.ts'
import { openBlobStore } from '#lib/catalogue/blob-store.ts'
import { listExercises } from '#lib/catalogue/list-exercises.ts'
import { loadBundle } from '#lib/catalogue/load-bundle.ts'
import type { Exercise } from '#lib/contract/exercise.ts'
import type { RunLive } from '#lib/contract/run-stream.ts'
import type { EpochPoint } from '#lib/contract/telemetry.ts'
import { env } from '#lib/env.ts'
import { DEMO_STUDENTS, handedIn } from './demo-students.ts'
import { type RecordedGrading, Recording, VARIANTS, type Variant } from './recording.ts'
import { editSolution } from './variants.ts'

const POINTS = 30
/** Told apart by diagnoses, whoever handed them in. */
const ALWAYS: readonly Variant[] = ['s', 'm', 'n', 'z']

const asked = process.argv.slice(2)
const store = openBlobStore(env().GRADUS_DATA)
const secret = installationSecret()
const box = await openBoxes()
let starting: Promise<Trainer> | null = null
const trainer = () => {
  starting ??= startDefaultTrainer()
  return starting
}

try {
  for (const { slug, version } of await listExercises(catalogueRoot)) {
    if (asked.length > 0 && !asked.includes(slug)) continue
    const bundle = await loadBundle({ root: catalogueRoot, store, secret, slug })
    const gradings: RecordedGrading[] = []
    for (const [variant, source] of await sourcesOf(bundle.exercise)) {
      let model: RunLive['model'] = null
      const { report: whole } = await gradeSolution({
        bundle,
        source,
        box,
        trainer,
        now: () => new Date(),
        onEvent: (event) => {
          if (event.kind !== 'model') return
          const { kind: _, ...rest } = event
          model = rest
        },
      })
      const { curve, ...report } = whole
      gradings.push({ variant, source, report, curve: thin(curve), model })
      console.log(`${slug} ${variant}: ${report.verdict} ${report.metric.public ?? ''} (${report.points} points)`)
    }
    const recording = Recording.parse({ exercise: slug, exerciseVersion: version, gradings })
    const text = JSON.stringify(recording, (_key, value) => (typeof value === 'number' ? rounded(value) : value))
    await writeFile(join(import.meta.dirname, 'recorded', `${slug}.json`), `${text}\n`)
  }
} finally {
  await (starting as Promise<Trainer> | null)?.then((open) => open.stop())
}

/** Sources by letter: those that somebody hands in, and the exercise's own. */
async function sourcesOf(exercise: Exercise): Promise<[Variant, string][]> {
  const folder = join(catalogueRoot, 'exercises', exercise.slug)
  const read = (name: string) => readFile(join(folder, name), 'utf8')
  const mistakes = (await readdir(join(folder, 'mistakes'))).filter((name) => name.endsWith('.ts')).sort()
  const solution = await read('solution.ts')
  const [first, second] = mistakes
  const sources: Partial<Record<Variant, string>> = { s: await read('starter.ts'), z: solution }
  if (first) sources.m = await read(`mistakes/${first}`)
  if (second) sources.n = await read(`mistakes/${second}`)
  for (const variant of VARIANTS) {
    const edited = editSolution(variant, solution, exercise)
    if (edited !== null) sources[variant] = edited
  }
  const used = new Set<string>(DEMO_STUDENTS.flatMap((student) => handedIn(student, exercise.slug)))
  return VARIANTS.flatMap((variant): [Variant, string][] => {
    const source = sources[variant]
    return source === undefined || !(used.has(variant) || ALWAYS.includes(variant)) ? [] : [[variant, source]]
  })
}

/** Evenly spaced points, first and last among them. */
function thin(curve: readonly EpochPoint[]): EpochPoint[] {
  if (curve.length <= POINTS) return [...curve]
  return Array.from({ length: POINTS }, (_, i) => curve[Math.round((i * (curve.length - 1)) / (POINTS - 1))]).flatMap(
    (point) => point ?? [],
  )
}

// Four figures of a curve are more than a screen shows; seeds and counts are whole and stay.
function rounded(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(6))
}
