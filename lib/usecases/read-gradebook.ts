import type { Db } from '../db.ts'
import { isRevealed } from '../domain/disclosure.ts'
import { listAssignments } from './list-assignments.ts'

export interface Gradebook {
  /** One line a student; cells as text or number, the first line being the headings. */
  lines: (string | number)[][]
}

const round = (points: number) => Math.round(points * 100) / 100

/**
 * Points of every active student in every assignment: after lateness, final where the assignment has closed and
 * provisional (said in the heading) where it hasn't. An empty cell: nothing was handed in.
 */
export async function readGradebook(db: Db, { courseId, now }: { courseId: string; now: Date }): Promise<Gradebook> {
  const assignments = await listAssignments(db, { courseId })
  const enrolments = await db.enrolment.findMany({
    where: { courseId, role: 'student', deactivatedAt: null },
    orderBy: [{ user: { name: 'asc' } }, { id: 'asc' }],
    select: {
      user: { select: { name: true, email: true, isDemo: true } },
      standings: { select: { assignmentId: true, points: true, finalPoints: true, late: true, submissions: true } },
    },
  })
  const headings = assignments.flatMap((assignment) => {
    const kind = isRevealed(assignment, now) ? 'final' : 'provisional'
    return [`${assignment.slug}: points of ${assignment.maxPoints} (${kind})`, `${assignment.slug}: late`]
  })
  const of = assignments.reduce((sum, { maxPoints }) => sum + maxPoints, 0)
  const rows = enrolments.map(({ user, standings }) => {
    let total = 0
    const cells = assignments.flatMap((assignment): (string | number)[] => {
      const standing = standings.find(({ assignmentId }) => assignmentId === assignment.id)
      if (!standing || standing.submissions === 0) return ['', '']
      const points = isRevealed(assignment, now) ? standing.finalPoints : standing.points
      total += points
      return [round(points), standing.late ? 'late' : '']
    })
    const mark = user.isDemo ? ' (demo)' : ''
    return [`${user.name ?? ''}${mark}`, user.email ?? '', ...cells, round(total)]
  })
  return { lines: [['name', 'e-mail', ...headings, `total of ${of}`], ...rows] }
}
