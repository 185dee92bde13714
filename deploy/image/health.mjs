// @ts-check
// Healthy: the worker's process is there, and it is not a zombie that nobody has waited for.
import { readdirSync, readFileSync } from 'node:fs'

const isWorker = (/** @type {string} */ pid) => {
  try {
    const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
    const state = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ')[1]?.[0]
    return words.some((word) => word.endsWith('grader/gradus.mjs')) && state !== 'Z'
  } catch {
    return false
  }
}
process.exit(readdirSync('/proc').some((name) => /^\d+$/.test(name) && isWorker(name)) ? 0 : 1)
