import { describe, expect, it } from 'vitest'
import { readNpz } from '#lib/catalogue/read-numpy.ts'
import { readAssignments } from './assignments.ts'
import { readNbgraderGrade } from './nbgrader.ts'
import { asDoctest, fillCell, notebookOf, otterTest } from './notebook.ts'
import { writeNpz } from './npz.ts'
import { readOtterResults } from './otter.ts'

describe('notebooks', () => {
  const notebook = notebookOf([
    { source: 'import keras\n' },
    {
      source: 'raise NotImplementedError()\n',
      nbgrader: { grade_id: 'solution', grade: false, solution: true, locked: false },
    },
  ])

  it('are cells that have not been run, with what nbgrader knows them by', () => {
    expect(JSON.parse(notebook)).toMatchObject({
      nbformat: 4,
      cells: [
        { cell_type: 'code', source: 'import keras', outputs: [], execution_count: null, metadata: {} },
        { metadata: { nbgrader: { grade_id: 'solution', solution: true, schema_version: 3, task: false } } },
      ],
    })
  })

  it('are filled in by the name of a cell, and nothing else of them changes', () => {
    const filled = JSON.parse(fillCell(notebook, 'solution', 'model = 1\n'))
    const before = JSON.parse(notebook)
    expect(filled.cells[1].source).toBe('model = 1')
    expect(filled.cells[0]).toEqual(before.cells[0])
    expect(filled.cells[1].metadata).toEqual(before.cells[1].metadata)
    expect(() => fillCell(notebook, 'other', '')).toThrow('no cell other')
  })

  it('are tested by doctests, whose indented lines go on', () => {
    expect(asDoctest('if x:\n    y\nz\n')).toBe('>>> if x:\n...     y\n>>> z')
    expect(otterTest('q1', 'assert "a" < "b"\n')).toContain('"code": ">>> assert \\"a\\" < \\"b\\""')
  })
})

describe('what the peers say', () => {
  it('otter-grader: points of its tests, whatever texts stand among them', () => {
    const tests = [{ name: 'Public Tests' }, { score: 1, max_score: 1 }, { score: 0.5, max_score: 2 }]
    expect(readOtterResults(JSON.stringify({ tests }))).toEqual({ score: 1.5, outOf: 3 })
    expect(() => readOtterResults('{}')).toThrow()
  })

  it('nbgrader: a student’s line of the export', () => {
    const csv = 'assignment,student_id,score,max_score\nps1,student-1,0.0,1.0\nps1,student-2,1.0,1.0\n'
    expect(readNbgraderGrade(csv, 'student-2')).toEqual({ score: 1, outOf: 1 })
    expect(() => readNbgraderGrade(csv, 'student-3')).toThrow('no grade of student-3')
  })
})

it('writes rows as numpy reads them', () => {
  const x = { shape: [2, 3], data: Float32Array.of(0, 1, 2, 3, 4, 5.5) }
  const y = { shape: [2], data: Float32Array.of(1, 0) }
  const read = readNpz('rows.npz', writeNpz({ x, y }))
  expect(read('x')).toEqual({ shape: [2, 3], data: Float64Array.from(x.data) })
  expect(read('y')).toEqual({ shape: [2], data: Float64Array.of(1, 0) })
})

it('gives the cells of an assignment, the last of which asserts what passes', async () => {
  const [digits] = await readAssignments(['mnist-cnn'])
  expect(digits?.cells.check).toMatch(/assert accuracy >= 0\.945\n$/)
  expect(digits?.cells.solution).toContain('train_seconds')
  expect(digits?.solution).toMatch(/batchSize: 64,\n(?!.*augment: )/s)
  await expect(readAssignments(['digits'])).rejects.toThrow('there is no assignment digits')
})
