interface Perceptron {
  w: number[]
  b: number
}

/** 1 when the weighted sum w·x + b is above 0, else 0. This one is done. */
function predict(w: number[], b: number, x: number[]): number {
  const sum = w.reduce((total, weight, i) => total + weight * x[i]!, b)
  return sum > 0 ? 1 : 0
}

/** One step: the weights and bias after seeing the row x with its label y (0 or 1). As it stands, nothing is learnt. */
function update(w: number[], b: number, x: number[], y: number, lr: number): Perceptron {
  return { w, b }
}

/** Start from zeros and visit the rows in order, `epochs` times over. X holds the rows, Y their labels. */
function train(X: number[][], Y: number[], lr: number, epochs: number): Perceptron {
  return { w: X[0]!.map(() => 0), b: 0 }
}

export const functions = { predict, update, train }
