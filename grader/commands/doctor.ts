import { findProgram } from '#deploy/local/kit/run.mjs'
import { describeProfile } from '#lib/contract/engine-profile.ts'
import { env } from '#lib/env.ts'
import type { BoxName } from '../box/box.ts'
import { boxStatus } from '../box/box-status.ts'
import { gpuNames } from '../native/gpu-names.mjs'
import { nativeStatus } from '../native/status.mjs'
import { databaseFindings } from './doctor-database.ts'
import type { DoctorFinding } from './doctor-finding.ts'
import { engineProfile, lacksOneDnn, startDefaultTrainer } from './engine.ts'

const FAILED = 1

/**
 * Looks at everything grading needs.
 * @param options `gpu`: a GPU is needed too, as a worker for assignments that require one has it
 * @returns the exit code: 0 when nothing is missing
 */
export async function doctorCommand({ gpu }: { gpu: boolean }): Promise<number> {
  let missing = 0
  for (const look of [
    nodeFinding,
    libtensorflowFinding,
    () => trainerFindings(gpu),
    boxFindings,
    databaseFindings,
    chromiumFinding,
  ])
    for (const finding of await look()) {
      console.log(`${MARK[finding.state]} ${finding.what}: ${finding.detail}`)
      if (finding.remedy) console.log(`    → ${finding.remedy}`)
      if (finding.state === 'missing') missing++
    }
  console.log(missing === 0 ? '\nThis machine can grade.' : `\n${missing} missing.`)
  return missing === 0 ? 0 : FAILED
}

const MARK = { ok: '✓', missing: '✗', note: '·' } as const

const nodeFinding = async (): Promise<DoctorFinding[]> => [
  { what: 'node', state: 'ok', detail: `${process.versions.node} (${process.platform} ${process.arch})` },
  { what: 'data folder', state: 'ok', detail: env().GRADUS_DATA },
]

async function libtensorflowFinding(): Promise<DoctorFinding[]> {
  const { installed, way, version, build, gpuUsable, nvidiaDriver, remedy } = nativeStatus()
  const gpu = nvidiaDriver ? (gpuUsable ? 'GPU usable' : 'NVIDIA driver present, GPU not usable') : 'no NVIDIA driver'
  return [
    installed
      ? {
          what: 'libtensorflow',
          state: 'ok',
          detail: `${version ?? '?'} (${build ?? '?'} build, ${way}), ${gpu}`,
          ...(remedy && { remedy }),
        }
      : { what: 'libtensorflow', state: 'missing', detail: 'not under the binding', remedy },
  ]
}

/** Starting a trainer trains a small network on libtensorflow: the proof that it works, not only that it lies there. */
async function trainerFindings(needsGpu: boolean): Promise<DoctorFinding[]> {
  try {
    const trainer = await startDefaultTrainer()
    const { libtensorflow, tfjs, device } = trainer.engine
    const { boxed } = trainer
    await trainer.stop()
    const engine = `tfjs ${tfjs} on libtensorflow ${libtensorflow}, ${device}, ${describeProfile(trainer.engine)}`
    const findings: DoctorFinding[] = [
      { what: 'trainer', state: 'ok', detail: `${engine}, ${boxed ? 'boxed' : 'not boxed'}` },
    ]
    if (needsGpu) findings.push(gpuFinding(device))
    if (lacksOneDnn(trainer))
      findings.push({
        what: 'oneDNN',
        state: 'note',
        detail: `asked for as "${engineProfile().oneDnn}", but this build of libtensorflow has no such kernels: convolutions train slower`,
        remedy: 'Nothing is wrong with the results. GRADUS_ONEDNN=off says it is meant so.',
      })
    if (!boxed)
      findings.push({
        what: 'trainer’s box',
        state: 'note',
        detail: 'the trainer, which is trusted code, runs as a plain process',
        remedy: 'Install bubblewrap, and leave GRADUS_TRAINER_BOX at auto.',
      })
    return findings
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    return [{ what: 'trainer', state: 'missing', detail, remedy: 'Run `node grader/native/install.mjs`.' }]
  }
}

const BOX_TITLES = { full: 'box, level full', personal: 'box, level personal', container: 'box, container' } as const

/** @param device where the trainer's first steps were trained, as libtensorflow says */
function gpuFinding(device: string): DoctorFinding {
  const names = gpuNames()
  if (device === 'gpu')
    return {
      what: 'GPU',
      state: 'ok',
      detail: `trained a step on ${names.join(', ') || 'a GPU whose driver gives no name'}`,
    }
  const { nvidiaDriver, build } = nativeStatus()
  const detail = nvidiaDriver
    ? `the trainer fell back to the processor; the driver lists ${names.join(', ') || 'no GPU'}`
    : 'none: this machine has no NVIDIA driver'
  const remedy =
    build === 'gpu' || !nvidiaDriver
      ? 'Grade assignments that require a GPU on another machine; in a container, pass the devices through.'
      : 'Run `node grader/native/install.mjs` for the GPU build of libtensorflow.'
  return { what: 'GPU', state: 'missing', detail, remedy }
}

async function boxFindings(): Promise<DoctorFinding[]> {
  const { boxes, personalGaps, containerGaps } = await boxStatus()
  const findings = boxes.map((box): DoctorFinding => {
    const what = BOX_TITLES[box.name]
    if (box.available) return { what, state: 'ok', detail: 'works' }
    return { what, state: 'note', detail: box.reason, remedy: box.remedy }
  })
  if (boxes.every(({ available }) => !available))
    findings.push({ what: 'box', state: 'missing', detail: 'none can run here, so nothing is graded' })
  const isAvailable = (name: BoxName) => boxes.some((box) => box.name === name && box.available)
  if (!isAvailable('full'))
    for (const gap of personalGaps) findings.push({ what: 'level personal', state: 'note', detail: gap })
  if (isAvailable('container'))
    for (const gap of containerGaps) findings.push({ what: 'box, container', state: 'note', detail: gap })
  return findings
}

async function chromiumFinding(): Promise<DoctorFinding[]> {
  const program = findProgram('chromium')
  return [
    program
      ? { what: 'chromium', state: 'ok', detail: `${program} (browser tests)` }
      : {
          what: 'chromium',
          state: 'note',
          detail: 'not here; only `npm test` needs it, and installs it as root on Debian',
        },
  ]
}
