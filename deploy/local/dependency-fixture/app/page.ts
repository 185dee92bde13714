import { run } from '../grader/learner/run.ts'
import { ring } from './ring.ts'

export const page = () => `a page that reaches into the grader: ${run} ${ring}`
