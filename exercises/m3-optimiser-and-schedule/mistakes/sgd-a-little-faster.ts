import type { TrainingConfig } from 'gradus'

// Three times the starter's rate, the same few steps: still on its way when the epochs are used up.
export const training: TrainingConfig = { optimizer: 'sgd', learningRate: 0.03, epochs: 8, batchSize: 64 }
