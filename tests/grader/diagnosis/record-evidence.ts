// Collects what diagnoses rest on, once and from real runs, into lib/domain/diagnosis/recorded/<exercise>.json, and prints
// the table of docs/diagnoses.md. To be run by hand after prisma/scenarios/record.ts, whose telemetry it takes; only
// ways-to-go-wrong.ts is trained here.
// node --import tsx tests/grader/diagnosis/record-evidence.ts [--train] [exercise …]
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chooseBox } from '#grader/box/choose-box.ts'
import { gradeSolution } from '#grader/grade.ts'
import { gatherEvidence } from '#grader/grading/gather-evidence.ts'
import { type GradeInput, GradingRun } from '#grader/grading/grading-run.ts'
import { buildAndPrepare } from '#grader/grading/prepare-rows.ts'
import { startStopwatch } from '#grader/grading/stopwatch.ts'
import { startTrainer } from '#grader/trainer/start-trainer.ts'
import { openBlobStore } from '#lib/catalogue/blob-store.ts'
import { sha256 } from '#lib/catalogue/keyed-hash.ts'
import { type Bundle, loadBundle } from '#lib/catalogue/load-bundle.ts'
import { readAuthorFiles } from '#lib/catalogue/read-author-files.ts'
import { contextOf } from '#lib/contract/context-of.ts'
import { parsePlan } from '#lib/contract/parse-plan.ts'
import type { GradeReport } from '#lib/contract/report.ts'
import { parseTopology } from '#lib/contract/topology.ts'
import { diagnose } from '#lib/domain/diagnosis/diagnose.ts'
import type { Evidence } from '#lib/domain/diagnosis/evidence.ts'
import { Recording, type Variant } from '#prisma/scenarios/recording.ts'
import { catalogueRoot, TEST_SECRET } from '../grading-engine.ts'
import { WAYS_TO_GO_WRONG } from './ways-to-go-wrong.ts'

const OWN_WAYS = 'm1-ore-or-waste'
const recordings = join(catalogueRoot, 'prisma/scenarios/recorded')
const target = join(catalogueRoot, 'lib/domain/diagnosis/recorded')

const asked = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const folder = await mkdtemp(join(tmpdir(), 'gradus-evidence-'))
const choice = await chooseBox('auto')
if (!choice.ok) throw new Error(`no box: ${choice.reasons.join('; ')}`)
const { box } = choice

try {
  for (const file of (await readdir(recordings)).sort()) {
    const recording = Recording.parse(JSON.parse(await readFile(join(recordings, file), 'utf8')))
    const slug = recording.exercise
    if (asked.length > 0 && !asked.includes(slug)) continue
    const bundle = await loadBundle({ root: catalogueRoot, store: openBlobStore(folder), secret: TEST_SECRET, slug })
    if (bundle.exercise.kind !== 'model') continue
    const nameOf = await variantNames(slug)
    const runs: { name: string; evidence: Evidence }[] = []
    for (const { variant, source, report, curve } of recording.gradings)
      if (report.training)
        runs.push({ name: nameOf(variant), evidence: await evidenceOf(bundle, source, { ...report, curve }) })
    await save(slug, runs)
  }
  if (process.argv.includes('--train')) await save('ways-to-go-wrong', await trainWays())
} finally {
  await rm(folder, { recursive: true, force: true })
}

async function trainWays() {
  const store = openBlobStore(folder)
  const bundle = await loadBundle({ root: catalogueRoot, store, secret: TEST_SECRET, slug: OWN_WAYS })
  const trainer = await startTrainer({ threads: 2, oneDnn: 'convolutions' })
  const runs: { name: string; evidence: Evidence }[] = []
  try {
    for (const [name, source] of Object.entries(WAYS_TO_GO_WRONG)) {
      const { report } = await gradeSolution({ ...inputOf(bundle, source), trainer: async () => trainer })
      if (!report.training) throw new Error(`${name}: ${report.error?.message}`)
      runs.push({ name, evidence: await evidenceOf(bundle, source, report) })
    }
  } finally {
    await trainer.stop()
  }
  return runs
}

function inputOf(bundle: Bundle, source: string): GradeInput {
  const trainer = () => Promise.reject(new Error('nothing is trained here'))
  return { bundle, source, box, trainer, now: () => new Date(), onEvent: () => {} }
}

/** Builds the model and prepares the rows again; what training and scoring said is the report's. */
async function evidenceOf(bundle: Bundle, source: string, report: GradeReport): Promise<Evidence> {
  const { exercise, dataset } = bundle
  const { training, curve } = report
  if (exercise.kind !== 'model' || !dataset || !training) throw new Error('nothing was trained')
  const run = new GradingRun(inputOf(bundle, source), startStopwatch())
  try {
    const solution = await run.compile()
    const { card, splits } = dataset
    const { maxSeconds: _, ...limits } = exercise.limits
    const context = contextOf(exercise, card, splits.train.x.shape[0] as number)
    const { session } = await run.openBox(solution, context)
    const built = await buildAndPrepare(run, solution, session, context, sha256(source))
    const topology = parseTopology(built.topology)
    const plan = parsePlan(built.plan, exercise.task, limits)
    if (!topology.ok || !plan.ok) throw new Error(`${exercise.slug}: a recorded run that cannot be built`)
    const diverged = curve.at(-1)?.loss === null
    const outcome = diverged ? 'diverged' : training.stoppedEarly ? 'stopped-early' : 'completed'
    const trained = { ...training, outcome } as const
    return {
      ...gatherEvidence(exercise, dataset, built, topology.topology, plan.plan, trained, curve),
      publicMetric: report.metric.public,
      confusion: report.confusion?.counts ?? null,
      failedChecks: report.checks.flatMap(({ id, level, passed }) => (passed ? [] : [{ id, level }])),
    }
  } finally {
    await run.close()
  }
}

async function variantNames(slug: string): Promise<(variant: Variant) => string> {
  const { mistakes } = await readAuthorFiles(catalogueRoot, slug)
  const names: Record<Variant, string> = {
    s: 'starter',
    m: mistakes[0]?.name ?? 'mistake',
    n: mistakes[1]?.name ?? 'mistake',
    t: 'a parenthesis lost',
    x: 'no export',
    q: 'learning rate × 0.02',
    b: 'learning rate × 60',
    h: 'epochs ÷ 8',
    w: 'units ÷ 8',
    z: 'solution',
  }
  return (variant) => names[variant]
}

async function save(exercise: string, runs: { name: string; evidence: Evidence }[]): Promise<void> {
  // No rule reads the time, and six figures are more than any threshold asks for: the same runs give the same file.
  const text = JSON.stringify({ exercise, runs }, (key, value: unknown) => {
    if (key === 'seconds') return undefined
    return typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(6)) : value
  })
  await writeFile(join(target, `${exercise}.json`), `${text}\n`)
  for (const { name, evidence } of runs) {
    const ids = diagnose(evidence).map(({ id }) => `\`${id}\``)
    console.log(`| ${exercise} | ${name} | ${evidence.publicMetric ?? '–'} | ${ids.join(', ') || '–'} |`)
  }
}
