import type { TrainingConfig } from 'gradus'

// So heavy a weight that nearly every alarm is false.
export const training: TrainingConfig = {
  optimizer: 'adam',
  learningRate: 0.003,
  epochs: 8,
  batchSize: 128,
  classWeight: { 0: 1, 1: 100 },
}
