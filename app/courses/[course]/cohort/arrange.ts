import { lowerIsBetter } from '#lib/domain/metric.ts'
import type { CohortColumn, CohortStudent } from '#lib/usecases/read-cohort.ts'

/** `by`: "name", "points", or an assignment's id for its score. */
export interface Sort {
  by: string
  descending: boolean
}
export type Filter = 'all' | 'needing' | 'unfinished'

interface Wish {
  sort: Sort
  filter: Filter
  search: string
  needing: ReadonlySet<string>
  assignments: readonly Pick<CohortColumn, 'id' | 'bars'>[]
}

/** The students to show, in order. "Descending" puts the better scores first; who has none comes last either way. */
export function arrange(students: readonly CohortStudent[], wish: Wish): CohortStudent[] {
  const { sort, filter, needing } = wish
  const search = wish.search.trim().toLowerCase()
  const passed = (student: CohortStudent) => student.cells.every(({ state }) => state === 'passed' || state === 'full')
  const shown = students.filter(
    (student) =>
      (search === '' || `${student.name} ${student.email ?? ''}`.toLowerCase().includes(search)) &&
      (filter === 'all' || (filter === 'needing' ? needing.has(student.enrolmentId) : !passed(student))),
  )
  const direction = sort.descending ? -1 : 1
  if (sort.by === 'name') return shown.sort((a, b) => direction * a.name.localeCompare(b.name))
  if (sort.by === 'points') return shown.sort((a, b) => direction * (a.points - b.points))
  const column = wish.assignments.findIndex(({ id }) => id === sort.by)
  const metric = wish.assignments[column]?.bars.metric
  const sign = metric && lowerIsBetter(metric) ? -direction : direction
  const scoreOf = (student: CohortStudent) => student.cells[column]?.score ?? null
  return shown.sort((a, b) => {
    const [x, y] = [scoreOf(a), scoreOf(b)]
    if (x === null || y === null) return Number(x === null) - Number(y === null)
    return sign * (x - y)
  })
}
