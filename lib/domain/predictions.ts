/**
 * The class a model chose for each row. One output is the probability of class 1, taken from 0.5 on (as
 * scikit-learn and Keras do); several outputs: the largest, the first of equals.
 * @param outputs numbers a row in `predicted`, which is row-major
 */
export function predictedClasses(predicted: ArrayLike<number>, outputs: number): number[] {
  const classes: number[] = []
  for (let row = 0; row < predicted.length; row += outputs) {
    if (outputs === 1) {
      classes.push((predicted[row] as number) >= 0.5 ? 1 : 0)
      continue
    }
    let best = 0
    for (let i = 1; i < outputs; i++) if ((predicted[row + i] as number) > (predicted[row + best] as number)) best = i
    classes.push(best)
  }
  return classes
}
