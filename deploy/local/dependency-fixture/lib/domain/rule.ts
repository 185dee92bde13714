import { database } from '../db.ts'

export const rule = `a rule that reads ${database}`
