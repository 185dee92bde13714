// @ts-check
import { existsSync, realpathSync, rmSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { cacheFolder } from '../kit/paths.mjs'
import { findProgram, tryRun } from '../kit/run.mjs'

// The libtensorflow is the release that the trainer runs on.
const KERAS = ['keras==3.15.1', 'tensorflow-cpu==2.21.0']

/** The programs that tests and benches compare us with; nothing else needs them. */
const ENVIRONMENTS = {
  // Any release whose defaults are the ones our baselines follow.
  'scikit-learn': { requirements: ['scikit-learn>=1.4,<2'], variable: 'GRADUS_SCIKIT_LEARN_PYTHON' },
  keras: { requirements: KERAS, variable: 'GRADUS_KERAS_PYTHON' },
  'notebook-graders': {
    requirements: ['otter-grader==7.0.0', 'nbgrader==0.9.6', ...KERAS],
    variable: 'GRADUS_NOTEBOOK_GRADERS_PYTHON',
  },
}

/** @typedef {keyof typeof ENVIRONMENTS} PythonEnvironment */
/** @typedef {{ ok: true, python: string } | { ok: false, reason: string }} Python */

/**
 * A Python with the named packages: the one that the environment's variable names, or one in a virtual environment of
 * the cache folder. Where it cannot be had, the reason.
 * @param {PythonEnvironment} name
 * @returns {Promise<Python>}
 */
export async function ensurePython(name) {
  const { requirements, variable } = ENVIRONMENTS[name]
  const given = process.env[variable]
  if (given) return { ok: true, python: given }
  const folder = path.join(cacheFolder(), name)
  const python = path.join(folder, 'bin/python')
  if (existsSync(python)) return { ok: true, python }
  const system = findProgram('python3')
  if (!system) return { ok: false, reason: 'there is no python3' }
  // The environment gets its name, as a link, when it is whole: an interrupted installation is begun anew. It stays where it
  // was built, because its programs name that place in their first line.
  const built = `${folder}.${process.pid}`
  try {
    for (const [program, args] of /** @type {[string, string[]][]} */ ([
      [system, ['-m', 'venv', built]],
      [
        path.join(built, 'bin/python'),
        ['-m', 'pip', 'install', '--disable-pip-version-check', '--quiet', ...requirements],
      ],
    ])) {
      const { code, output } = await tryRun(program, args)
      if (code !== 0) return { ok: false, reason: `${args.slice(0, 3).join(' ')}: ${lastLine(output)}` }
    }
    if (!existsSync(folder)) {
      rmSync(folder, { force: true }) // a link whose environment is gone
      symlinkSync(path.basename(built), folder)
    }
    return { ok: true, python }
  } finally {
    if (!isLinkTo(folder, built)) rmSync(built, { recursive: true, force: true })
  }
}

/**
 * @param {string} link
 * @param {string} target
 */
const isLinkTo = (link, target) => existsSync(link) && existsSync(target) && realpathSync(link) === realpathSync(target)

/** @param {string} output */
const lastLine = (output) => output.trim().split('\n').at(-1) ?? ''
