import { expect, it } from 'vitest'
import { predictedClasses } from './predictions.ts'

it.each([
  { name: 'the largest of three', predicted: [0.1, 0.7, 0.2, 0.5, 0.2, 0.3], outputs: 3, classes: [1, 0] },
  { name: 'the first of equals', predicted: [0.4, 0.4, 0.2], outputs: 3, classes: [0] },
  { name: 'one probability', predicted: [0.49, 0.5, 0.51], outputs: 1, classes: [0, 1, 1] },
])('$name', ({ predicted, outputs, classes }) => expect(predictedClasses(predicted, outputs)).toEqual(classes))
