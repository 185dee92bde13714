interface Perceptron {
  w: number[]
  b: number
}

function predict(w: number[], b: number, x: number[]): number {
  const sum = w.reduce((total, weight, i) => total + weight * x[i]!, b)
  return sum > 0 ? 1 : 0
}

function update(w: number[], b: number, x: number[], y: number, lr: number): Perceptron {
  const error = y - predict(w, b, x)
  return { w: w.map((weight, i) => weight + lr * error * x[i]!), b: b + lr * error }
}

function train(X: number[][], Y: number[], lr: number, epochs: number): Perceptron {
  let model: Perceptron = { w: X[0]!.map(() => 0), b: 0 }
  for (let epoch = 0; epoch < epochs; epoch++) {
    X.forEach((x, row) => {
      model = update(model.w, model.b, x, Y[row]!, lr)
    })
  }
  return model
}

export const functions = { predict, update, train }
