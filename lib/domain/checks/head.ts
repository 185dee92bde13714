import type { Finding, ModelFacts } from './facts.ts'

/** The last layer fits the question: as many outputs as it has answers, probabilities where they are classes. */
export function checkHead({ outputs }: Pick<ModelFacts, 'outputs'>): Finding {
  const { wanted, given, sumToOne } = outputs
  if (given !== wanted)
    return { passed: false, measured: `Your last layer gives ${given} numbers a row; this task needs ${wanted}.` }
  if (wanted > 1 && !sumToOne)
    return { passed: false, measured: `Your ${given} outputs do not sum to 1, so they are no probabilities.` }
  return { passed: true, measured: wanted > 1 ? `${given} outputs that sum to 1.` : 'One output.' }
}

/** True when every row of `width` numbers sums to 1 within 1e-3 (float32 softmax is good to 1e-6). */
export function rowsSumToOne(data: ArrayLike<number>, width: number): boolean {
  for (let row = 0; row < data.length; row += width) {
    let sum = 0
    for (let i = 0; i < width; i++) sum += data[row + i] as number
    if (!(Math.abs(sum - 1) <= 1e-3)) return false
  }
  return true
}
