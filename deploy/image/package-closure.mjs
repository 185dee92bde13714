// @ts-check
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

/**
 * The installed folders of the named packages and of everything they depend on, as Node would find them.
 * @param {string} root the folder that holds node_modules
 * @param {readonly string[]} names
 * @returns {string[]}
 */
export function packageClosure(root, names) {
  /** @type {Set<string>} */
  const folders = new Set()
  /** @param {string} name @param {string} from */
  const visit = (name, from) => {
    const folder = findPackage(root, name, from)
    // An optional dependency of another platform.
    if (!folder || folders.has(folder)) return
    folders.add(folder)
    const description = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
    for (const dependency of neededBy(description)) visit(dependency, folder)
  }
  for (const name of names) {
    if (!findPackage(root, name, root)) throw new Error(`${name} is not installed`)
    visit(name, root)
  }
  return [...folders].sort()
}

/**
 * Peers are installed beside a package, but are as needed as the others unless it says that it does without.
 * @param {{ dependencies?: object, optionalDependencies?: object, peerDependencies?: object, peerDependenciesMeta?: Record<string, { optional?: boolean }> }} description
 */
const neededBy = ({ dependencies, optionalDependencies, peerDependencies = {}, peerDependenciesMeta = {} }) => [
  ...Object.keys({ ...dependencies, ...optionalDependencies }),
  ...Object.keys(peerDependencies).filter((peer) => !peerDependenciesMeta[peer]?.optional),
]

/**
 * @param {string} root
 * @param {string} name
 * @param {string} from
 * @returns {string | undefined}
 */
function findPackage(root, name, from) {
  for (let folder = from; ; folder = path.dirname(folder)) {
    const candidate = path.join(folder, 'node_modules', name)
    if (existsSync(path.join(candidate, 'package.json'))) return candidate
    if (folder === root || folder === path.dirname(folder)) return undefined
  }
}
