import { page } from './page.ts'

export const ring = `a ring of imports: ${typeof page}`
