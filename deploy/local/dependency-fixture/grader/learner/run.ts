import { fit } from '../../lib/training/fit.ts'

export const run = `a learner's program, two imports from the database: ${fit}`
