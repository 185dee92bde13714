import type { Prepare } from 'gradus'

// One mean and one deviation over the whole table: proline still shouts, hue still whispers.
export const prepare: Prepare = ({ tf }, train) => {
  const { mean, variance } = tf.moments(train.x)
  const sd = variance.sqrt()
  return (x) => x.sub(mean).div(sd)
}
