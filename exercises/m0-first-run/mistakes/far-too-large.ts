import type { TrainingConfig } from 'gradus'

// Every step goes so far that the weights jump over whatever they were looking for.
export const training: TrainingConfig = { optimizer: 'sgd', learningRate: 500, epochs: 30, batchSize: 20 }
