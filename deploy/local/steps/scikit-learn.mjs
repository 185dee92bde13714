// @ts-check
import { existsSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { cacheFolder } from '../kit/paths.mjs'
import { findProgram, tryRun } from '../kit/run.mjs'

/** Any release whose defaults are the ones our baselines follow. */
const REQUIREMENT = 'scikit-learn>=1.4,<2'

/** @typedef {{ ok: true, python: string } | { ok: false, reason: string }} ScikitLearn */

/**
 * A Python with scikit-learn, in a virtual environment of the cache folder: one test compares our baselines with it,
 * nothing else needs it. Where it cannot be had, the reason.
 * @returns {Promise<ScikitLearn>}
 */
export async function ensureScikitLearn() {
  const folder = path.join(cacheFolder(), 'scikit-learn')
  const python = path.join(folder, 'bin/python')
  if (existsSync(python)) return { ok: true, python }
  const system = findProgram('python3')
  if (!system) return { ok: false, reason: 'there is no python3' }
  // The environment is named when it is whole: an interrupted installation is begun anew. Its own scripts keep the first
  // name, which nothing here calls.
  const building = `${folder}.building-${process.pid}`
  try {
    for (const [program, args] of /** @type {[string, string[]][]} */ ([
      [system, ['-m', 'venv', building]],
      [
        path.join(building, 'bin/python'),
        ['-m', 'pip', 'install', '--disable-pip-version-check', '--quiet', REQUIREMENT],
      ],
    ])) {
      const { code, output } = await tryRun(program, args)
      if (code !== 0) return { ok: false, reason: `${args.slice(0, 3).join(' ')}: ${lastLine(output)}` }
    }
    if (!existsSync(folder)) renameSync(building, folder)
    return { ok: true, python }
  } finally {
    rmSync(building, { recursive: true, force: true })
  }
}

/** @param {string} output */
const lastLine = (output) => output.trim().split('\n').at(-1) ?? ''
