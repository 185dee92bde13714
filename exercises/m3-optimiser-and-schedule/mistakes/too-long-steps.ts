import type { TrainingConfig } from 'gradus'

// Faster is better, up to a point: here the first steps throw the weights far from where relu units are alive.
export const training: TrainingConfig = { optimizer: 'adam', learningRate: 0.1, epochs: 8, batchSize: 32 }
