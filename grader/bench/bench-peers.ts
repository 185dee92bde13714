import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openBlobStore } from '#lib/catalogue/blob-store.ts'
import { type Bundle, thawBundle } from '#lib/catalogue/load-bundle.ts'
import { GradeReport } from '#lib/contract/report.ts'
import { joinRows, type Rows } from '#lib/contract/rows.ts'
import { type Spread, spread } from './distribution.ts'
import { type PeerAssignment, readAssignments } from './peers/assignments.ts'
import { measureCommand, type Place } from './peers/measure-command.ts'
import { openNbgrader } from './peers/nbgrader.ts'
import { writeNpz } from './peers/npz.ts'
import { openOtter } from './peers/otter.ts'
import type { SubmissionReply } from './submission-protocol.ts'
import { openSubmissions, type Submissions } from './submissions.ts'

/** `gradus`: by a worker that runs, from submit to score. `gradus grade`: the command, started for one submission. */
export const GRADERS = ['otter-grader', 'nbgrader', 'gradus grade', 'gradus'] as const
export type Grader = (typeof GRADERS)[number]

/** One submission graded, from when it was handed in to its score. */
export interface PeerRun {
  wallSeconds: number
  /** Of all processes. */
  cpuSeconds: number
  trainSeconds: number
  /** Of starting TensorFlow, where a notebook does. */
  importSeconds?: number
  /** On all hidden rows. */
  accuracy: number
  params: number
}

export interface PeerFigures {
  wallSeconds: Spread
  cpuSeconds: Spread
  trainSeconds: Spread
  accuracy: Spread
  /** How many times as long as Gradus' worker it took, by median. */
  timesOurs: number
  runs: PeerRun[]
}

export interface PeerBench {
  assignment: string
  params: number
  graders: Record<Grader, PeerFigures>
}

export interface PeerBenchOptions {
  python: string
  threads: number
  rounds: number
  assignments?: readonly string[]
}

/** Each assignment by each grader, in turns; a first round, in which each warms its caches up, isn't counted. */
export async function benchPeers(
  { python, threads, rounds, assignments }: PeerBenchOptions,
  onRun: (assignment: string, round: number, grader: Grader, run: PeerRun) => void,
): Promise<PeerBench[]> {
  const chosen = await readAssignments(assignments)
  const folder = await mkdtemp(join(tmpdir(), 'gradus-peers-'))
  const place = { python, folder, threads }
  const submissions = await openSubmissions()
  try {
    const results: PeerBench[] = []
    for (const assignment of chosen) {
      const grade = await openGraders(place, submissions, assignment)
      const runs: Record<Grader, PeerRun[]> = { 'otter-grader': [], nbgrader: [], 'gradus grade': [], gradus: [] }
      for (let round = 0; round <= rounds; round++)
        for (const grader of GRADERS) {
          const run = await grade[grader]()
          onRun(assignment.name, round, grader, run)
          if (round > 0) runs[grader].push(run)
        }
      results.push(comparePeers(assignment.name, runs))
    }
    return results
  } finally {
    await submissions.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function openGraders(place: Place, submissions: Submissions, assignment: PeerAssignment) {
  const { exercise, solution } = assignment
  const published = await submissions.publish(exercise)
  const bundle = await thawBundle(published.frozen, openBlobStore(published.dataFolder))
  const rows = join(place.folder, `rows-${assignment.name}`)
  await writeRows(rows, bundle)
  const file = join(place.folder, `${assignment.name}.ts`)
  await writeFile(file, solution)
  const otter = await openOtter(place, assignment, rows)
  const nbgrader = await openNbgrader(place, assignment, rows)
  return {
    'otter-grader': otter,
    nbgrader,
    'gradus grade': () => gradeByCommand(place, published, bundle, exercise, file),
    gradus: () => gradeByWorker(submissions, bundle, exercise, solution),
  } satisfies Record<Grader, () => Promise<PeerRun>>
}

async function writeRows(folder: string, { dataset }: Bundle): Promise<void> {
  if (!dataset) throw new Error('an assignment without a dataset')
  const { train, public: open, private: hidden } = dataset.splits
  await mkdir(folder)
  const write = (name: string, x: Rows, { data }: Rows) =>
    writeFile(join(folder, name), writeNpz({ x, y: { shape: [data.length], data } }))
  await write('train.npz', train.x, train.y)
  await write('hidden.npz', joinRows(open.x, hidden.x), joinRows(open.y, hidden.y))
}

async function gradeByWorker(
  submissions: Submissions,
  bundle: Bundle,
  exercise: string,
  source: string,
): Promise<PeerRun> {
  const run = await submissions.submit(exercise, source)
  return {
    wallSeconds: run.scoredMs / 1000,
    cpuSeconds: run.cpuSeconds,
    trainSeconds: run.trainingMs / 1000,
    ...scoreOf(run, bundle),
  }
}

async function gradeByCommand(
  place: Place,
  { dataFolder, secret }: Extract<SubmissionReply, { kind: 'published' }>,
  bundle: Bundle,
  exercise: string,
  file: string,
): Promise<PeerRun> {
  const root = fileURLToPath(new URL('../..', import.meta.url))
  const { stdout, ...usage } = await measureCommand(
    place,
    // The same hidden rows as everybody else's.
    [
      ...['env', `GRADUS_DATA=${dataFolder}`, `GRADUS_SECRET=${secret}`],
      ...[process.execPath, 'grader/gradus.mjs', 'grade', exercise, file, '--json'],
    ],
    { cwd: root },
  )
  const report = GradeReport.parse(JSON.parse(stdout))
  return {
    wallSeconds: usage.wallSeconds,
    // What ends with its box, as the trainer does, is waited for by nobody, and its time is lost but for what it reports.
    cpuSeconds: usage.cpuSeconds + (report.training?.cpuSeconds ?? 0),
    trainSeconds: report.curve.at(-1)?.seconds ?? 0,
    ...scoreOf(report, bundle),
  }
}

/** @throws when there is none: a solution has one */
function scoreOf(
  { verdict, metric, params }: Pick<GradeReport, 'metric' | 'params'> & { verdict: string | null },
  { dataset }: Bundle,
): Pick<PeerRun, 'accuracy' | 'params'> {
  if (metric.name !== 'accuracy' || metric.public === null || metric.private === null || params === null || !dataset)
    throw new Error(`the solution ended with ${verdict}, and without an accuracy`)
  const { public: open, private: hidden } = dataset.splits
  const [first, second] = [open.y.data.length, hidden.y.data.length]
  return { accuracy: (metric.public * first + metric.private * second) / (first + second), params }
}

/** @throws when they did not train the same network */
export function comparePeers(assignment: string, runs: Record<Grader, readonly PeerRun[]>): PeerBench {
  const [params, ...others] = new Set(GRADERS.flatMap((grader) => runs[grader].map((run) => run.params)))
  if (params === undefined || others.length > 0)
    throw new Error(`the networks of ${assignment} have ${[params, ...others].join(', ')} parameters`)
  const ours = spread(runs.gradus.map((run) => run.wallSeconds)).median
  const figuresOf = (grader: Grader): PeerFigures => {
    const of = (quantity: 'wallSeconds' | 'cpuSeconds' | 'trainSeconds' | 'accuracy') =>
      spread(runs[grader].map((run) => run[quantity]))
    const wallSeconds = of('wallSeconds')
    return {
      wallSeconds,
      cpuSeconds: of('cpuSeconds'),
      trainSeconds: of('trainSeconds'),
      accuracy: of('accuracy'),
      timesOurs: wallSeconds.median / ours,
      runs: [...runs[grader]],
    }
  }
  const graders = Object.fromEntries(GRADERS.map((grader) => [grader, figuresOf(grader)])) as PeerBench['graders']
  return { assignment, params, graders }
}
