import type { TrainingConfig } from 'gradus'

// Sgd at a small rate, every row alike: after 15 epochs it is right about 96 % of shifts, by always saying "ok".
export const training: TrainingConfig = { optimizer: 'sgd', learningRate: 0.01, epochs: 15, batchSize: 128 }
