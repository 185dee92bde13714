// @ts-check
import { existsSync, mkdirSync, readlinkSync, rmSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { BINDING_PACKAGE } from './flavour.mjs'

const LINKS = /** @type {const} */ ({ deps: '.', 'lib/napi-v8': 'binding' })

/**
 * Puts a kept libtensorflow under the binding's package. Links, not copies: 640 MB serve every clone.
 * @param {string} folder
 */
export function linkBinding(folder) {
  for (const [name, target] of Object.entries(LINKS)) {
    const link = path.join(BINDING_PACKAGE, name)
    rmSync(link, { recursive: true, force: true })
    mkdirSync(path.dirname(link), { recursive: true })
    symlinkSync(path.join(folder, target), link)
  }
}

/** The kept folder the package is linked to, or undefined when it is linked to none (or brings its own). */
export function linkedFolder() {
  try {
    const folder = path.resolve(readlinkSync(path.join(BINDING_PACKAGE, 'deps')))
    return existsSync(path.join(folder, 'binding/tfjs_binding.node')) ? folder : undefined
  } catch {
    return undefined
  }
}

/** Whether the package's own install script has put a library of its own there. */
export const hasOwnDownload = () =>
  linkedFolder() === undefined && existsSync(path.join(BINDING_PACKAGE, 'lib/napi-v8/tfjs_binding.node'))
