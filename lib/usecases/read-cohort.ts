import type { Db } from '../db.ts'
import { isRevealed } from '../domain/disclosure.ts'
import { NEEDS, type Need, needsOf, repeatedTrouble } from '../domain/needs.ts'
import { heatOf, median, type WorkState, workState } from '../domain/work-state.ts'
import { type AssignmentRow, listAssignments } from './list-assignments.ts'
import { readTroubles } from './read-troubles.ts'

export interface CohortCell {
  assignmentId: string
  state: WorkState
  /** Public while open; private once it counts. */
  score: number | null
  /** 0 at the baseline, 1 at the full bar; null without a score. */
  heat: number | null
  points: number
  attempts: number
  late: boolean
  lastAt: Date | null
}
export interface CohortStudent {
  enrolmentId: string
  name: string
  email: string | null
  isDemo: boolean
  /** One for each assignment, in the same order. */
  cells: CohortCell[]
  points: number
  lastAt: Date | null
}
export interface CohortNeed {
  enrolmentId: string
  name: string
  isDemo: boolean
  assignmentId: string
  title: string
  reason: Need
  attempts: number
  dueAt: Date
  /** The error or diagnosis that keeps coming back. */
  trouble: string | null
}
export interface CohortColumn extends AssignmentRow {
  /** Scores and points are private and final. */
  isFinal: boolean
  medianScore: number | null
  medianHeat: number | null
  medianPoints: number | null
  passed: number
}
export interface Cohort {
  assignments: CohortColumn[]
  students: CohortStudent[]
  needs: CohortNeed[]
}

/** What an instructor sees first: every active student against every assignment, and who needs a hand. */
export async function readCohort(db: Db, { courseId, now }: { courseId: string; now: Date }): Promise<Cohort> {
  const of = { assignment: { courseId } }
  const [assignments, enrolments, standings, drafts, grading, troubles] = await Promise.all([
    listAssignments(db, { courseId }),
    db.enrolment.findMany({
      where: { courseId, role: 'student', deactivatedAt: null, user: { deactivatedAt: null } },
      orderBy: [{ user: { name: 'asc' } }, { id: 'asc' }],
      select: { id: true, user: { select: { name: true, email: true, isDemo: true } } },
    }),
    db.standing.findMany({ where: of }),
    db.draft.findMany({ where: of, select: { enrolmentId: true, assignmentId: true } }),
    db.submission.findMany({
      where: { ...of, runs: { some: { state: { not: 'finished' } } } },
      select: { enrolmentId: true, assignmentId: true },
    }),
    readTroubles(db, { courseId, now }),
  ])
  const key = (row: { enrolmentId: string; assignmentId: string }) => `${row.enrolmentId} ${row.assignmentId}`
  const standingOf = new Map(standings.map((standing) => [key(standing), standing]))
  const drafted = new Set(drafts.map(key))
  const inGrading = new Set(grading.map(key))

  const needs: CohortNeed[] = []
  const students = enrolments.map(({ id: enrolmentId, user }): CohortStudent => {
    const name = user.name ?? user.email ?? 'No name'
    const own = assignments.map((assignment) => {
      const at = key({ enrolmentId, assignmentId: assignment.id })
      const standing = standingOf.get(at)
      const isFinal = isRevealed(assignment, now)
      const score = (isFinal ? standing?.privateScore : standing?.publicScore) ?? null
      const attempts = standing?.submissions ?? 0
      const passed = (isFinal ? standing?.finallyPassed : standing?.passed) ?? false
      const hasDraft = drafted.has(at)
      const isGrading = inGrading.has(at)
      const cell: CohortCell = {
        assignmentId: assignment.id,
        state: workState({ submissions: attempts, score, passed, hasDraft, isGrading }, assignment.bars),
        score,
        heat: score === null ? null : heatOf(assignment.bars, score),
        points: (isFinal ? standing?.finalPoints : standing?.points) ?? 0,
        attempts,
        late: standing?.late ?? false,
        lastAt: standing?.lastAt ?? null,
      }
      return { assignment, cell, passed, hasDraft, troubles: troubles.get(at) ?? [] }
    })
    const works = own.map(({ assignment, cell: { attempts }, passed, hasDraft, troubles }) => {
      return { ...assignment, attempts, passed, hasDraft, lastTroubles: troubles.map((trouble) => trouble.key) }
    })
    for (const [i, reason] of needsOf(works, now).entries()) {
      const work = own[i]
      if (!work || !reason) continue
      const { assignment, cell, troubles } = work
      needs.push({
        enrolmentId,
        name,
        isDemo: user.isDemo,
        assignmentId: assignment.id,
        title: assignment.title,
        reason,
        attempts: cell.attempts,
        dueAt: assignment.dueAt,
        trouble: repeatedTrouble(troubles.map((trouble) => trouble.key)) ? (troubles[0]?.message ?? null) : null,
      })
    }
    const cells = own.map(({ cell }) => cell)
    return {
      enrolmentId,
      name,
      email: user.email,
      isDemo: user.isDemo,
      cells,
      points: cells.reduce((sum, cell) => sum + cell.points, 0),
      lastAt: latest(cells.map((cell) => cell.lastAt)),
    }
  })

  return {
    assignments: assignments.map((assignment, column) => {
      const cells = students.flatMap((student) => student.cells[column] ?? [])
      const medianScore = median(cells.flatMap(({ score }) => score ?? []))
      return {
        ...assignment,
        isFinal: isRevealed(assignment, now),
        medianScore,
        medianHeat: medianScore === null ? null : heatOf(assignment.bars, medianScore),
        medianPoints: median(cells.filter(({ attempts }) => attempts > 0).map(({ points }) => points)),
        passed: cells.filter(({ state }) => state === 'passed' || state === 'full').length,
      }
    }),
    students,
    needs: needs.sort(
      (a, b) =>
        NEEDS.indexOf(a.reason) - NEEDS.indexOf(b.reason) ||
        a.dueAt.getTime() - b.dueAt.getTime() ||
        b.attempts - a.attempts,
    ),
  }
}

const latest = (dates: readonly (Date | null)[]): Date | null =>
  dates.reduce((last, at) => (at && (!last || at > last) ? at : last), null)
