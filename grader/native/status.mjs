// @ts-check
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { hasNvidiaDriver } from './flavour.mjs'
import { hasOwnDownload, linkedFolder } from './link.mjs'

/**
 * @typedef {object} NativeStatus what lies under the TensorFlow binding, told without loading it
 * @property {boolean} installed
 * @property {'wheel' | 'own-download' | 'none'} way
 * @property {string | undefined} version
 * @property {'cpu' | 'gpu' | undefined} build
 * @property {boolean} gpuUsable whether the build found a GPU when it was tried
 * @property {boolean} nvidiaDriver whether the host has a driver at all
 * @property {string | undefined} folder where the libraries lie: a box that trains needs to see it
 * @property {string} remedy
 */

/** @returns {NativeStatus} */
export function nativeStatus() {
  const nvidiaDriver = hasNvidiaDriver()
  const nothing = { version: undefined, build: undefined, gpuUsable: false, nvidiaDriver, folder: undefined }
  const folder = linkedFolder()
  if (folder && existsSync(path.join(folder, 'gradus.json'))) {
    const { version, device, gpu } = JSON.parse(readFileSync(path.join(folder, 'gradus.json'), 'utf8'))
    const remedy =
      nvidiaDriver && device === 'cpu'
        ? 'run `node grader/native/install.mjs` to get the GPU build for this driver'
        : ''
    return { installed: true, way: 'wheel', version, build: device, gpuUsable: gpu, nvidiaDriver, folder, remedy }
  }
  if (hasOwnDownload()) return { ...nothing, installed: true, way: 'own-download', remedy: '' }
  return {
    ...nothing,
    installed: false,
    way: 'none',
    remedy: 'run `npm start`, or `node grader/native/install.mjs` alone',
  }
}
