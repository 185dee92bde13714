import type { TrainingConfig } from 'gradus'

export const training: TrainingConfig = { optimizer: 'adam', learningRate: 0.02, epochs: 30, batchSize: 20 }
