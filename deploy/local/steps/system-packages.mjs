// @ts-check
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { isRoot } from '../kit/paths.mjs'
import { step } from '../kit/progress.mjs'
import { findProgram, run } from '../kit/run.mjs'
import { SetupError } from '../kit/setup-error.mjs'

/**
 * @typedef {object} Need something of the operating system's
 * @property {string} debian its package on Debian and Ubuntu
 * @property {string} purpose
 * @property {() => boolean} isThere
 */

const systemPython = () => (existsSync('/usr/bin/python3') ? '/usr/bin/python3' : 'python3')
/** @param {string} python @param {string[]} args */
const pythonRuns = (python, args) => spawnSync(python, args, { stdio: 'ignore' }).status === 0

/** @type {Need[]} */
const NEEDS = [
  { debian: 'g++', purpose: 'compiles the TensorFlow binding', isThere: () => Boolean(findProgram('g++')) },
  { debian: 'unzip', purpose: 'unpacks libtensorflow', isThere: () => Boolean(findProgram('unzip')) },
  { debian: 'binutils', purpose: 'strips libtensorflow', isThere: () => Boolean(findProgram('strip')) },
  {
    debian: 'python3-pip',
    purpose: 'fetches libtensorflow',
    isThere: () => pythonRuns('python3', ['-m', 'pip', '--version']),
  },
  { debian: 'bubblewrap', purpose: 'boxes learner code', isThere: () => Boolean(findProgram('bwrap')) },
  {
    debian: 'python3-seccomp',
    purpose: 'writes the box’s system call filter',
    isThere: () => pythonRuns(systemPython(), ['-c', 'import seccomp']),
  },
]

/** @type {Need} */
const BROWSER = { debian: 'chromium', purpose: 'runs the browser tests', isThere: () => Boolean(findBrowser()) }

/** The Chromium that browser tests run in. */
export const findBrowser = () =>
  process.env.CHROMIUM ?? findProgram('chromium') ?? findProgram('chromium-browser') ?? findProgram('google-chrome')

/** @param {{ withBrowser: boolean }} options */
export async function ensureSystemPackages({ withBrowser }) {
  const missing = [...NEEDS, ...(withBrowser ? [BROWSER] : [])].filter((need) => !need.isThere())
  if (missing.length === 0) return
  const names = missing.map((need) => need.debian)
  if (isRoot && isDebian() && findProgram('apt-get')) {
    await step(
      'system packages',
      (say) => aptInstall(names, say),
      () => names.join(', '),
    )
    return
  }
  const purposes = missing.map((need) => `${need.debian} (${need.purpose})`).join(', ')
  const install = isDebian()
    ? `run \`sudo apt-get install ${names.join(' ')}\`, then start again`
    : 'install the packages of these names, or your system’s own for the same programs, then start again'
  // Without the tools for the wheel the binding's own download is tried; without a browser there is nothing to test in.
  if (process.platform === 'linux' || missing.includes(BROWSER)) {
    throw new SetupError(`this machine lacks ${purposes}`, `${install}.`)
  }
  console.log(`! this machine lacks ${purposes}: what needs it will say so`)
}

/**
 * @param {string[]} names
 * @param {(note: string) => void} say
 */
async function aptInstall(names, say) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const remedy = `run \`apt-get update && apt-get install ${names.join(' ')}\` and see what it says.`
  await run('apt-get', ['update', '-q'], { env, remedy, onLine: say })
  await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...names], { env, remedy, onLine: say })
}

function isDebian() {
  if (!existsSync('/etc/os-release')) return false
  return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8'))
}
