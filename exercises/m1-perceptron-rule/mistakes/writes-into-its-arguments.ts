function predict(w: number[], b: number, x: number[]): number {
  return w.reduce((total, weight, i) => total + weight * x[i]!, b) > 0 ? 1 : 0
}

// Every answer is right, but the caller's weights are changed behind its back.
function update(w: number[], b: number, x: number[], y: number, lr: number) {
  const error = y - predict(w, b, x)
  for (let i = 0; i < w.length; i++) w[i] = w[i]! + lr * error * x[i]!
  return { w, b: b + lr * error }
}

function train(X: number[][], Y: number[], lr: number, epochs: number) {
  let model = { w: X[0]!.map(() => 0), b: 0 }
  for (let epoch = 0; epoch < epochs; epoch++) {
    X.forEach((x, row) => {
      model = update(model.w, model.b, x, Y[row]!, lr)
    })
  }
  return model
}

export const functions = { predict, update, train }
