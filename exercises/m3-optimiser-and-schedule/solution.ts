import type { TrainingConfig } from 'gradus'

export const training: TrainingConfig = {
  optimizer: 'adam',
  // Half a cosine, from 0.004 down to almost 0.
  learningRate: (epoch, epochs) => 0.002 * (1 + Math.cos((Math.PI * epoch) / epochs)),
  epochs: 8,
  batchSize: 32,
}
