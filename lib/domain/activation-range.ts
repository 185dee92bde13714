/** Least and greatest number that an activation can say; those not named can say anything. */
const RANGE: Record<string, readonly [number, number]> = {
  sigmoid: [0, 1],
  hardSigmoid: [0, 1],
  hard_sigmoid: [0, 1],
  softmax: [0, 1],
  tanh: [-1, 1],
  relu: [0, Number.POSITIVE_INFINITY],
  relu6: [0, 6],
  softplus: [0, Number.POSITIVE_INFINITY],
}

/** Null: anything. */
export const activationRange = (activation: string): readonly [number, number] | null => RANGE[activation] ?? null
