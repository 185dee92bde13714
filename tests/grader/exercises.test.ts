import { expect, it } from 'vitest'
import { checkExercise } from '#lib/catalogue/check-exercise.ts'
import { listExercises } from '#lib/catalogue/list-exercises.ts'
import { readAuthorFiles } from '#lib/catalogue/read-author-files.ts'
import { catalogueRoot, useGradingEngine } from './grading-engine.ts'

const engine = useGradingEngine()
const exercises = await listExercises(catalogueRoot)

it.each(exercises.map(({ slug }) => slug))('%s holds what it promises', async (slug) => {
  const bundle = await engine.bundle(slug)
  const files = await readAuthorFiles(catalogueRoot, slug)
  const { rows } = await checkExercise({ bundle, files, grade: (source) => engine.grade(bundle, source) })
  expect(rows.filter(({ outcome }) => outcome === 'failed')).toEqual([])
})
