/** What nbgrader knows a cell by. */
interface NbgraderCell {
  grade_id: string
  grade: boolean
  solution: boolean
  locked: boolean
  points?: number
}

export interface Cell {
  source: string
  nbgrader?: NbgraderCell
}

/** A notebook of Python cells that have not been run, as a file's text; nbformat 4.5. */
export const notebookOf = (cells: readonly Cell[]): string =>
  JSON.stringify({
    nbformat: 4,
    nbformat_minor: 5,
    metadata: {
      kernelspec: { name: 'python3', display_name: 'Python 3', language: 'python' },
      language_info: { name: 'python' },
    },
    cells: cells.map(({ source, nbgrader }, number) => ({
      cell_type: 'code',
      id: `cell-${number + 1}`,
      execution_count: null,
      metadata: nbgrader ? { nbgrader: { schema_version: 3, task: false, ...nbgrader } } : {},
      outputs: [],
      source: source.trimEnd(),
    })),
  })

/**
 * A notebook with another source in one of nbgrader's cells: what a student has written into it.
 * @throws when there is no such cell
 */
export function fillCell(notebook: string, gradeId: string, source: string): string {
  const parsed = JSON.parse(notebook) as { cells: { metadata: { nbgrader?: NbgraderCell }; source: unknown }[] }
  const cell = parsed.cells.find(({ metadata }) => metadata.nbgrader?.grade_id === gradeId)
  if (!cell) throw new Error(`the notebook has no cell ${gradeId}`)
  cell.source = source.trimEnd()
  return JSON.stringify(parsed)
}

/** Lines as a Python session shows them, for a doctest. */
export const asDoctest = (code: string): string =>
  code
    .trimEnd()
    .split('\n')
    .map((line) => (/^\s/.test(line) ? `... ${line}` : `>>> ${line}`))
    .join('\n')

/** A test file of otter-grader: one hidden case worth a point. */
export const otterTest = (name: string, code: string): string =>
  `OK_FORMAT = True

test = {
    "name": ${JSON.stringify(name)},
    "points": 1,
    "suites": [
        {
            "cases": [{"code": ${JSON.stringify(asDoctest(code))}, "hidden": True, "locked": False}],
            "scored": True,
            "setup": "",
            "teardown": "",
            "type": "doctest",
        }
    ],
}
`
