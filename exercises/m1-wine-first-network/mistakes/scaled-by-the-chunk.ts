import type { Prepare } from 'gradus'

// The statistics are those of whatever rows come in: a hidden row's value depends on its neighbours.
export const prepare: Prepare =
  ({ tf }) =>
  (x) => {
    const { mean, variance } = tf.moments(x, 0)
    return x.sub(mean).div(variance.sqrt().add(1e-6))
  }
