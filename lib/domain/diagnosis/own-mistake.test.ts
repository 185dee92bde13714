import { expect, it } from 'vitest'
import type { DiagnosisId, Mistake } from './evidence.ts'
import { ownMistake } from './own-mistake.ts'

interface Found {
  failedChecks: string[]
  diagnoses: DiagnosisId[]
  layers: number
}
const all: Found = { failedChecks: ['conv'], diagnoses: ['overfitting', 'loss-flat'], layers: 2 }

it.each<[string, Mistake['when'], Partial<Found>, boolean]>([
  ['never without a trigger', undefined, {}, false],
  ['a check that failed', { check: 'conv' }, {}, true],
  ['a check that did not', { check: 'params' }, {}, false],
  ['a diagnosis', { diagnoses: ['overfitting'] }, {}, true],
  ['diagnoses of which one is missing', { diagnoses: ['overfitting', 'dead-relu'] }, {}, false],
  ['as many layers', { minLayers: 2 }, {}, true],
  ['fewer layers', { minLayers: 2 }, { layers: 1 }, false],
  ['a check and a diagnosis', { check: 'conv', diagnoses: ['overfitting'] }, {}, true],
  ['a check without its diagnosis', { check: 'conv', diagnoses: ['overfitting'] }, { diagnoses: [] }, false],
])('%s', (_, when, found, said) => {
  const mistake = { name: 'by-heart', feedback: 'You know it by heart.', ...(when ? { when } : {}) }
  expect(ownMistake({ slug: 'rocks', mistake }, { ...all, ...found })).toEqual(
    said ? { id: 'rocks:by-heart', message: 'You know it by heart.' } : null,
  )
})
