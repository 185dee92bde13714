function predict(w: number[], b: number, x: number[]): number {
  return w.reduce((total, weight, i) => total + weight * x[i]!, b) > 0 ? 1 : 0
}

// y instead of y − prediction: a right answer moves the weights as well, and a wrong 1 moves nothing.
function update(w: number[], b: number, x: number[], y: number, lr: number) {
  return { w: w.map((weight, i) => weight + lr * y * x[i]!), b: b + lr * y }
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
