import type { Db } from '../db.ts'
import { isRevealed } from '../domain/disclosure.ts'
import { listAssignments } from './list-assignments.ts'

export interface GradebookColumn {
  slug: string
  title: string
  module: number
  maxPoints: number
  /** Final once the assignment has closed, provisional before. */
  isFinal: boolean
}
export interface GradebookRow {
  enrolmentId: string
  name: string
  email: string | null
  isDemo: boolean
  /** One a column; null where nothing was handed in. After lateness. */
  cells: ({ points: number; late: boolean } | null)[]
  total: number
}
export interface Gradebook {
  columns: GradebookColumn[]
  rows: GradebookRow[]
  /** Points that can be had in all. */
  of: number
}

const round = (points: number) => Math.round(points * 100) / 100

/** Points of every active student in every assignment. */
export async function readGradebook(db: Db, { courseId, now }: { courseId: string; now: Date }): Promise<Gradebook> {
  const assignments = await listAssignments(db, { courseId })
  const enrolments = await db.enrolment.findMany({
    where: { courseId, role: 'student', deactivatedAt: null },
    orderBy: [{ user: { name: 'asc' } }, { id: 'asc' }],
    select: {
      id: true,
      user: { select: { name: true, email: true, isDemo: true } },
      standings: { select: { assignmentId: true, points: true, finalPoints: true, late: true, submissions: true } },
    },
  })
  const rows = enrolments.map(({ id, user, standings }): GradebookRow => {
    const cells = assignments.map((assignment) => {
      const standing = standings.find(({ assignmentId }) => assignmentId === assignment.id)
      if (!standing || standing.submissions === 0) return null
      const points = isRevealed(assignment, now) ? standing.finalPoints : standing.points
      return { points: round(points), late: standing.late }
    })
    return {
      enrolmentId: id,
      name: user.name ?? user.email ?? 'No name',
      email: user.email,
      isDemo: user.isDemo,
      cells,
      total: round(cells.reduce((sum, cell) => sum + (cell?.points ?? 0), 0)),
    }
  })
  return {
    columns: assignments.map(({ slug, title, module, maxPoints, ...assignment }) => ({
      slug,
      title,
      module,
      maxPoints,
      isFinal: isRevealed(assignment, now),
    })),
    rows,
    of: assignments.reduce((sum, { maxPoints }) => sum + maxPoints, 0),
  }
}

/** The same as lines of cells, headings first: what a spreadsheet takes. An empty cell: nothing was handed in. */
export function gradebookLines({ columns, rows, of }: Gradebook): (string | number)[][] {
  const headings = columns.flatMap(({ slug, maxPoints, isFinal }) => [
    `${slug}: points of ${maxPoints} (${isFinal ? 'final' : 'provisional'})`,
    `${slug}: late`,
  ])
  const lines = rows.map(({ name, email, isDemo, cells, total }) => [
    isDemo ? `${name} (demo)` : name,
    email ?? '',
    ...cells.flatMap((cell) => (cell ? [cell.points, cell.late ? 'late' : ''] : ['', ''])),
    total,
  ])
  return [['name', 'e-mail', ...headings, `total of ${of}`], ...lines]
}
