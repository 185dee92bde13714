// @ts-check
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { SetupError } from './kit/setup-error.mjs'

const PATIENCE_MILLISECONDS = 10_000

/** @typedef {{ pid: number, started: string }} Identity a process, told apart from a later one with the same number */
/** @typedef {{ supervisor: Identity, url: string, parts: Identity[] }} Running */

/**
 * @param {number} pid
 * @returns {Identity | undefined} nothing when there is no such process
 */
export function identify(pid) {
  if (existsSync('/proc/self/stat')) {
    try {
      // Behind the name in brackets, which may hold anything, the start time is the twentieth field.
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
      return fields[0] === 'Z' ? undefined : { pid, started: fields[19] ?? '' }
    } catch {
      return undefined
    }
  }
  const started = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)])
    .stdout?.toString()
    .trim()
  return started ? { pid, started } : undefined
}

/** @param {Identity} process */
const isAlive = ({ pid, started }) => identify(pid)?.started === started

/** @param {string} folder */
const recordIn = (folder) => path.join(folder, 'running.json')

/**
 * One start at a time works on a data folder: another that runs is named, what a killed one left behind is stopped.
 * @param {string} folder
 */
export async function clearLeftovers(folder) {
  const file = recordIn(folder)
  if (!existsSync(file)) return
  /** @type {Running} */
  const { supervisor, url, parts } = JSON.parse(readFileSync(file, 'utf8'))
  if (isAlive(supervisor)) {
    throw new SetupError(
      `Gradus already runs on this data folder, at ${url} (process ${supervisor.pid})`,
      'use that one, stop it with Ctrl-C, or set GRADUS_DATA and PORT for a second one.',
    )
  }
  await Promise.all(parts.filter(isAlive).map(stopLeftover))
  rmSync(file)
}

/**
 * @param {string} folder
 * @param {string} url
 * @param {number[]} pids
 */
export function recordRunning(folder, url, pids) {
  const parts = pids.flatMap((pid) => identify(pid) ?? [])
  const supervisor = identify(process.pid)
  writeFileSync(recordIn(folder), JSON.stringify({ supervisor, url, parts }))
}

/** @param {string} folder */
export const forgetRunning = (folder) => rmSync(recordIn(folder), { force: true })

/** @param {Identity} leftover */
async function stopLeftover(leftover) {
  signalGroup(leftover.pid, 'SIGTERM')
  const deadline = Date.now() + PATIENCE_MILLISECONDS
  while (isAlive(leftover) && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 100))
  signalGroup(leftover.pid, 'SIGKILL')
}

/**
 * Every part leads a process group of its own, so its children go with it.
 * @param {number} pid
 * @param {NodeJS.Signals} signal
 */
export function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal)
  } catch {
    // Nobody left in the group.
  }
}
