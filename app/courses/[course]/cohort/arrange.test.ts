import { expect, it } from 'vitest'
import type { CohortCell, CohortStudent } from '#lib/usecases/read-cohort.ts'
import { arrange, type Filter, type Sort } from './arrange.ts'

const cell = (score: number | null, state: CohortCell['state']): CohortCell => ({
  assignmentId: 'a',
  state,
  score,
  heat: null,
  points: 0,
  attempts: 0,
  late: false,
  lastAt: null,
})
const student = (name: string, points: number, ...cells: CohortCell[]): CohortStudent => ({
  enrolmentId: name,
  name,
  email: `${name.toLowerCase()}@example.edu`,
  isDemo: false,
  cells,
  points,
  lastAt: null,
})
const students = [
  student('Cy', 10, cell(0.9, 'passed'), cell(40, 'passed')),
  student('Ann', 30, cell(null, 'none'), cell(60, 'below')),
  student('Bo', 20, cell(0.4, 'below'), cell(null, 'none')),
]
const assignments = [
  { id: 'a', bars: { metric: 'accuracy' as const, baseline: 0.1, pass: 0.8, full: 0.9 } },
  { id: 'b', bars: { metric: 'rmse' as const, baseline: 100, pass: 50, full: 40 } },
]
const names = (sort: Sort, filter: Filter = 'all', search = '') =>
  arrange(students, { sort, filter, search, needing: new Set(['Bo']), assignments }).map(({ name }) => name)

it.each<[string, boolean, string[]]>([
  ['name', false, ['Ann', 'Bo', 'Cy']],
  ['name', true, ['Cy', 'Bo', 'Ann']],
  ['points', true, ['Ann', 'Bo', 'Cy']],
  ['a', true, ['Cy', 'Bo', 'Ann']],
  ['a', false, ['Bo', 'Cy', 'Ann']],
  // Of an error the smaller one is the better one.
  ['b', true, ['Cy', 'Ann', 'Bo']],
  ['b', false, ['Ann', 'Cy', 'Bo']],
])('by %s, descending %s', (by, descending, order) => {
  expect(names({ by, descending })).toEqual(order)
})

it.each<[Filter, string, string[]]>([
  ['needing', '', ['Bo']],
  ['unfinished', '', ['Ann', 'Bo']],
  ['all', ' CY@', ['Cy']],
  ['needing', 'cy', []],
])('%s, looking for "%s"', (filter, search, found) => {
  expect(names({ by: 'name', descending: false }, filter, search)).toEqual(found)
})
