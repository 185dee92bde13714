import { z } from 'zod'
import { Exercise } from '../contract/exercise.ts'
import type { Db } from '../db.ts'
import { type Bars, barsOf } from '../domain/bars.ts'

export interface AssignmentRow {
  id: string
  slug: string
  title: string
  module: number
  order: number
  version: number
  bars: Bars
  opensAt: Date
  dueAt: Date
  closesAt: Date
  attemptsPerDay: number
  maxPoints: number
  latePenaltyPerDay: number
  revealAtOnce: boolean
  requiresGpu: boolean
  pausedBecause: string | null
  /** Counted submissions, and how many people they are from. */
  submissions: number
  people: number
}

const Row = z.object({ exercise: Exercise })

/** A course's assignments in the order of the course, with the bars of their exercises. */
export async function listAssignments(db: Db, { courseId }: { courseId: string }): Promise<AssignmentRow[]> {
  // Of the bundle only the definition: the texts and sources of twenty exercises are megabytes.
  const rows = await db.$queryRaw<(Omit<AssignmentRow, 'bars'> & { exercise: unknown })[]>`
    SELECT a.id, a.slug, v.title, v.module, v."order", v.version, v.bundle->'exercise' AS exercise,
      a."opensAt", a."dueAt", a."closesAt", a."attemptsPerDay", a."maxPoints", a."latePenaltyPerDay",
      a."revealAtOnce", a."requiresGpu", a."pausedBecause",
      coalesce(s.submissions, 0)::int AS submissions, coalesce(s.people, 0)::int AS people
    FROM "Assignment" a
    JOIN "ExerciseVersion" v ON v.id = a."exerciseVersionId"
    LEFT JOIN LATERAL (
      SELECT sum(st.submissions) AS submissions, count(*) AS people
      FROM "Standing" st WHERE st."assignmentId" = a.id
    ) s ON true
    WHERE a."courseId" = ${courseId}
    ORDER BY v.module, v."order", a.slug`
  return rows.map(({ exercise, ...row }) => ({ ...row, bars: barsOf(Row.parse({ exercise }).exercise) }))
}
