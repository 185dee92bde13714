// @ts-check
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { cacheFolder } from '../../deploy/local/kit/paths.mjs'
import { findProgram } from '../../deploy/local/kit/run.mjs'

const here = path.dirname(fileURLToPath(import.meta.url))

/**
 * @typedef {object} Flavour which build of libtensorflow this machine gets
 * @property {'cpu' | 'gpu'} device
 * @property {string} wheels the pinned requirements: names, versions, hashes
 * @property {string} platform pip's name of the platform
 * @property {string} version
 * @property {string} folder where it is kept, named after everything it is made of
 */

export const BINDING_PACKAGE = path.resolve(here, '../../node_modules/@tensorflow/tfjs-node-gpu')
export const NODE_HEADERS = path.resolve(here, '../../node_modules/node-api-headers/include')

const PIP_PLATFORMS = /** @type {const} */ ({ x64: 'manylinux_2_27_x86_64', arm64: 'manylinux_2_27_aarch64' })

/** The driver's own file and tool: neither needs CUDA to be installed, which the wheels bring. */
export const hasNvidiaDriver = () =>
  existsSync('/proc/driver/nvidia/version') || findProgram('nvidia-smi') !== undefined

/**
 * The wheel build of libtensorflow for this machine, or undefined where the wheels hold none (macOS, Windows).
 * @returns {Flavour | undefined}
 */
export function wheelFlavour() {
  const { platform, arch } = process
  if (platform !== 'linux' || (arch !== 'x64' && arch !== 'arm64')) return undefined
  const device = arch === 'x64' && hasNvidiaDriver() ? 'gpu' : 'cpu'
  const wheels = path.join(here, 'wheels', `tensorflow-${device}-${arch}.txt`)
  const pins = readFileSync(wheels, 'utf8')
  const version = /^tensorflow(?:-cpu)?==(\S+)/m.exec(pins)?.[1] ?? 'unknown'
  // The binding's sources and how they are compiled are part of what is kept, so they are part of its name.
  const recipe = ['compile.mjs', 'unpack.mjs'].map((file) => readFileSync(path.join(here, file), 'utf8'))
  const hash = createHash('sha256').update(pins).update(bindingVersion()).update(recipe.join()).digest('hex')
  const name = `${version}-${device}-${arch}-${hash.slice(0, 12)}`
  return {
    device,
    wheels,
    platform: PIP_PLATFORMS[arch],
    version,
    folder: path.join(cacheFolder(), 'libtensorflow', name),
  }
}

/** @returns {string} */
function bindingVersion() {
  return JSON.parse(readFileSync(path.join(BINDING_PACKAGE, 'package.json'), 'utf8')).version
}
