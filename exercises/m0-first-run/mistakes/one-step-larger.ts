import type { TrainingConfig } from 'gradus'

// Twice as much of hardly anything.
export const training: TrainingConfig = { optimizer: 'adam', learningRate: 0.00004, epochs: 30, batchSize: 20 }
