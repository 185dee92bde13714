import type { Design, Predict } from './design.ts'
import { minimise } from './minimise.ts'

/**
 * Logistic regression over all classes at once (softmax), with an L2 penalty of strength 1 on the weights and none on the
 * intercepts: what scikit-learn's `LogisticRegression()` minimises, so that the two agree to the solver's tolerance.
 */
export function fitLogistic({ columns, rows }: Design, labels: readonly number[], classes: number): Predict {
  const width = columns + 1
  // Means over rows keep the steps' scale apart from how many there are.
  const share = 1 / rows.length
  // With two classes scikit-learn keeps one vector w of weights, here it is split into w/2 and -w/2, whose squares add
  // up to half of w's.
  const penalty = classes === 2 ? 2 * share : share
  const weights = minimise((w, gradient) => {
    let loss = 0
    gradient.fill(0)
    const scores = new Float64Array(classes)
    rows.forEach((row, r) => {
      score(w, row, scores)
      const highest = Math.max(...scores)
      let total = 0
      for (let k = 0; k < classes; k++) {
        const raised = Math.exp((scores[k] as number) - highest)
        scores[k] = raised
        total += raised
      }
      const label = labels[r] as number
      loss -= share * Math.log((scores[label] as number) / total)
      for (let k = 0; k < classes; k++) {
        const error = share * ((scores[k] as number) / total - (k === label ? 1 : 0))
        const offset = k * width
        for (let i = 0; i < columns; i++)
          gradient[offset + i] = (gradient[offset + i] as number) + error * (row[i] as number)
        gradient[offset + columns] = (gradient[offset + columns] as number) + error
      }
    })
    for (let k = 0; k < classes; k++)
      for (let i = k * width; i < k * width + columns; i++) {
        loss += (penalty / 2) * (w[i] as number) ** 2
        gradient[i] = (gradient[i] as number) + penalty * (w[i] as number)
      }
    return loss
  }, classes * width)

  function score(w: Float64Array, row: Float64Array, into: Float64Array): void {
    for (let k = 0; k < classes; k++) {
      const offset = k * width
      let sum = w[offset + columns] as number
      for (let i = 0; i < columns; i++) sum += (w[offset + i] as number) * (row[i] as number)
      into[k] = sum
    }
  }
  const scores = new Float64Array(classes)
  return (row) => {
    score(weights, row, scores)
    return scores.indexOf(Math.max(...scores))
  }
}
