import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256 } from '#lib/catalogue/keyed-hash.ts'
import type { Db } from '#lib/db.ts'
import { reportColumns } from '#lib/usecases/record-result.ts'
import { updateStanding } from '#lib/usecases/update-standing.ts'
import { DEMO_STUDENTS, handedIn } from './demo-students.ts'
import { type RecordedGrading, Recording } from './recording.ts'
import type { Place } from './scenario.ts'

const HOUR_MS = 3_600_000
/** The demo week began so long before the course was made. */
const WEEK_HOURS = 4 * 24

/** Hands in, as the demo students, what was really graded before. What is there already stays. */
export async function loadRecordings({ db, say }: Place, course: { id: string; createdAt: Date }): Promise<void> {
  const assignments = await db.assignment.findMany({
    where: { courseId: course.id },
    include: { exerciseVersion: { select: { version: true, module: true, order: true } } },
  })
  assignments.sort(({ exerciseVersion: a }, { exerciseVersion: b }) => a.module - b.module || a.order - b.order)
  for (const [place, assignment] of assignments.entries()) {
    const recording = await findRecording(assignment.slug)
    if (!recording) continue
    if (recording.exerciseVersion !== assignment.exerciseVersion.version) {
      say(`${assignment.slug}: its demo work was recorded with version ${recording.exerciseVersion}, so it is left out`)
      continue
    }
    for (const [who, student] of DEMO_STUDENTS.entries()) {
      const { email } = student
      const enrolment = await db.enrolment.findFirst({ where: { courseId: course.id, user: { email } } })
      if (!enrolment) continue
      const steps = handedIn(student, assignment.slug).flatMap(
        (letter) => recording.gradings.find(({ variant }) => variant === letter) ?? [],
      )
      const key = { enrolmentId: enrolment.id, assignmentId: assignment.id }
      const begin =
        course.createdAt.getTime() - WEEK_HOURS * HOUR_MS + beginHours(place, who, assignments.length) * HOUR_MS
      for (const [n, grading] of steps.entries()) {
        // Forty minutes, more or less, from one try to the next.
        const receivedAt = new Date(begin + n * (28 + ((who * 7 + n * 11) % 25)) * 60_000)
        await handIn(db, { ...key, idempotencyKey: `demo ${assignment.slug} ${n}`, grading, receivedAt })
      }
    }
  }
}

/** Exercises follow each other over the week; people are spread over a day. */
const beginHours = (place: number, who: number, places: number): number =>
  (place / Math.max(1, places)) * (WEEK_HOURS - 20) + ((who * 5) % 12) * 1.4

async function findRecording(slug: string): Promise<Recording | null> {
  const path = join(import.meta.dirname, 'recorded', `${slug}.json`)
  return existsSync(path) ? Recording.parse(JSON.parse(await readFile(path, 'utf8'))) : null
}

interface HandIn {
  enrolmentId: string
  assignmentId: string
  idempotencyKey: string
  grading: RecordedGrading
  receivedAt: Date
}

async function handIn(
  db: Db,
  { enrolmentId, assignmentId, idempotencyKey, grading, receivedAt }: HandIn,
): Promise<void> {
  const known = await db.submission.findUnique({
    where: { enrolmentId_idempotencyKey: { enrolmentId, idempotencyKey } },
    select: { id: true },
  })
  if (known) return
  const { source, report, curve, model } = grading
  const finishedAt = new Date(receivedAt.getTime() + 400 + report.timing.total)
  await db.$transaction(async (tx) => {
    await tx.submission.create({
      data: {
        enrolmentId,
        assignmentId,
        idempotencyKey,
        source,
        sourceHash: sha256(source),
        receivedAt,
        runs: {
          create: {
            state: 'finished',
            phase: 'finished',
            isDemo: true,
            attempt: 1,
            seq: 1,
            queuedAt: receivedAt,
            startedAt: new Date(receivedAt.getTime() + 400),
            finishedAt,
            deadlineAt: finishedAt,
            curve,
            live: { model, step: null, console: [], notices: [] },
            ...reportColumns(report),
          },
        },
      },
    })
    await updateStanding(tx, enrolmentId, assignmentId)
  })
}
