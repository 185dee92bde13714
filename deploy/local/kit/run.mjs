// @ts-check
import { spawn } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import path from 'node:path'
import { root } from './paths.mjs'
import { SetupError } from './setup-error.mjs'

const TAIL_CHARACTERS = 8000

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {(line: string) => void} [onLine] each line the program prints, for progress
 * @property {string} [remedy] what to do when it fails
 */

/**
 * Runs a program to its end and gives what it printed; a non-zero exit is a SetupError with the end of its output.
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<string>}
 */
export async function run(command, args, options = {}) {
  const { code, output } = await tryRun(command, args, options)
  if (code === 0) return output
  const line = [path.basename(command), ...args].join(' ')
  throw new SetupError(
    `\`${line.slice(0, 200)}\` failed (exit ${code}).\n${indent(output.slice(-TAIL_CHARACTERS))}`,
    options.remedy ?? 'read the lines above; the command can be repeated by hand in the folder of the clone.',
  )
}

/**
 * The same, but a non-zero exit is a value.
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function tryRun(command, args, { cwd = root, env = process.env, onLine } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    /** @param {Buffer} chunk */
    const collect = (chunk) => {
      const text = chunk.toString()
      output += text
      if (onLine) for (const line of text.split(/[\r\n]+/)) if (line.trim()) onLine(line.trim())
    }
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    child.on('error', (error) => resolve({ code: 127, output: `${output}${error.message}` }))
    child.on('close', (code, signal) => resolve({ code: code ?? 1, output: signal ? `${output}(${signal})` : output }))
  })
}

/**
 * The full path of a program on PATH, or undefined.
 * @param {string} name
 * @param {NodeJS.ProcessEnv} [environment]
 */
export function findProgram(name, environment = process.env) {
  if (name.includes('/')) return isExecutable(name) ? name : undefined
  return (environment.PATH ?? '')
    .split(path.delimiter)
    .map((folder) => path.join(folder, name))
    .find(isExecutable)
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** @param {string} text */
const indent = (text) => text.trimEnd().replaceAll(/^/gm, '    ')
