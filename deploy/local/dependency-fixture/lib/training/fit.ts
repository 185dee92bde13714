import { rule } from '../domain/rule.ts'

export const fit = `training that uses ${rule}`
