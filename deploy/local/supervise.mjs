// @ts-check
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { root } from './kit/paths.mjs'
import { signalGroup } from './processes.mjs'

const FIRST_PAUSE_MILLISECONDS = 1000
const LONGEST_PAUSE_MILLISECONDS = 30_000
/** A part that ran this long was well: its next crash is a first one. */
const WELL_AFTER_MILLISECONDS = 60_000

/**
 * @typedef {object} Part a program that is kept running
 * @property {string} name
 * @property {string[]} args of Node
 * @property {NodeJS.ProcessEnv} env
 * @property {number} patienceMilliseconds how long it may take to end by itself
 */

/** @typedef {{ pid: () => number | undefined, stop: () => Promise<void>, stopNow: () => void }} Supervised */

/**
 * Keeps a program running: its lines are printed with its name, its crash is said and answered with a new start.
 * @param {Part} part
 * @param {{ log: (line: string) => void, onStart: () => void }} listeners
 * @returns {Supervised}
 */
export function supervise(part, { log, onStart }) {
  let stopping = false
  let pause = FIRST_PAUSE_MILLISECONDS
  /** @type {NodeJS.Timeout | undefined} */
  let restart
  /** @type {import('node:child_process').ChildProcess | undefined} */
  let child
  /** @type {Promise<void>} */
  let ended = Promise.resolve()

  const start = () => {
    const started = Date.now()
    // A group of its own: Ctrl-C in the terminal reaches the supervisor, which then stops the parts in order.
    const current = spawn(process.execPath, part.args, {
      cwd: root,
      env: part.env,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    child = current
    for (const stream of [current.stdout, current.stderr]) {
      createInterface({ input: stream }).on('line', (line) => log(`${part.name} │ ${line}`))
    }
    ended = new Promise((resolve) => {
      current.once('exit', (code, signal) => {
        if (current.pid) signalGroup(current.pid, 'SIGKILL') // whatever it left behind
        resolve()
        if (stopping) return
        if (Date.now() - started > WELL_AFTER_MILLISECONDS) pause = FIRST_PAUSE_MILLISECONDS
        log(`${part.name} ended unexpectedly (${signal ?? `exit ${code}`}); starting it again in ${pause / 1000} s`)
        restart = setTimeout(start, pause)
        pause = Math.min(pause * 2, LONGEST_PAUSE_MILLISECONDS)
      })
    })
    onStart()
  }

  const stopNow = () => {
    stopping = true
    clearTimeout(restart)
    if (child?.pid) signalGroup(child.pid, 'SIGKILL')
  }

  const stop = async () => {
    stopping = true
    clearTimeout(restart)
    child?.kill('SIGTERM') // the program alone: a worker's boxes are its own to end
    const patience = setTimeout(stopNow, part.patienceMilliseconds)
    await ended
    clearTimeout(patience)
  }

  start()
  return { pid: () => child?.pid, stop, stopNow }
}
