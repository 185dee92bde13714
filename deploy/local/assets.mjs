// @ts-check
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { inRoot } from './kit/paths.mjs'

const MODULES = inRoot('node_modules')
const WASM_FILES = [
  'tf-backend-wasm.min.js',
  'tfjs-backend-wasm.wasm',
  'tfjs-backend-wasm-simd.wasm',
  'tfjs-backend-wasm-threaded-simd.wasm',
]

/** Everything the editor page loads besides the app's own code: from our origin, no request leaves it. */
export function buildAssets() {
  for (const folder of ['monaco', 'tfjs']) rmSync(inRoot('public', folder), { recursive: true, force: true })
  mkdirSync(inRoot('public/tfjs'), { recursive: true })
  cpSync(path.join(MODULES, 'monaco-editor/min/vs'), inRoot('public/monaco/vs'), { recursive: true })
  cpSync(path.join(MODULES, '@tensorflow/tfjs/dist/tf.min.js'), inRoot('public/tfjs/tf.min.js'))
  for (const file of WASM_FILES) {
    cpSync(path.join(MODULES, '@tensorflow/tfjs-backend-wasm/dist', file), inRoot('public/tfjs', file))
  }
  writeFileSync(inRoot('public/tfjs/types.json'), JSON.stringify(declarations()))
}

const SANDBOX_PROGRAMS = ['frame', 'compiler', 'runner']
const FRAME = '<!doctype html><meta charset="utf-8"><title>Sandbox</title><script src="/sandbox/frame.js"></script>\n'

/** The browser's sandbox: the frame's page, its three programs, and the esbuild that compiles in it. */
export async function buildSandbox() {
  // Not before it is needed: on a fresh clone this file is read before anything is installed.
  const { buildSync } = await import('esbuild')
  const folder = inRoot('public/sandbox')
  rmSync(folder, { recursive: true, force: true })
  buildSync({
    entryPoints: SANDBOX_PROGRAMS.map((name) => inRoot(`app/sandbox/inside/${name}.ts`)),
    outdir: folder,
    bundle: true,
    minify: true,
    // Names of classes and functions are read by the learner, in errors and in printed values.
    keepNames: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    logLevel: 'silent',
  })
  writeFileSync(path.join(folder, 'frame.html'), FRAME)
  cpSync(path.join(MODULES, 'esbuild-wasm/esbuild.wasm'), path.join(folder, 'esbuild.wasm'))
}

/**
 * The declarations the editor checks a solution with, as one virtual file set: tfjs's own, found by following imports
 * from its entry, and ours under the name 'gradus'.
 * @returns {Record<string, string>} text by `file:///node_modules/…` address
 */
function declarations() {
  /** @type {Record<string, string>} */
  const files = {}
  const queue = [entryOf('@tensorflow/tfjs')]
  for (let file = queue.pop(); file; file = queue.pop()) {
    const address = addressOf(path.relative(MODULES, file))
    if (files[address] !== undefined) continue
    const text = readFileSync(file, 'utf8')
    files[address] = withoutBoilerplate(text)
    for (const [, specifier = ''] of text.matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)) {
      const imported = resolveImport(file, specifier)
      if (imported) queue.push(imported)
    }
  }
  for (const name of packagesIn(files)) {
    const { version, types } = manifestOf(name)
    files[addressOf(`${name}/package.json`)] = JSON.stringify({ name, version, types })
  }
  const contract = inRoot('lib/contract/gradus.d.ts')
  if (existsSync(contract)) files[addressOf('gradus/index.d.ts')] = readFileSync(contract, 'utf8')
  return files
}

/** @param {string} relative */
const addressOf = (relative) => `file:///node_modules/${relative.split(path.sep).join('/')}`

/**
 * @param {string} name
 * @returns {{ version: string, types: string }}
 */
const manifestOf = (name) => JSON.parse(readFileSync(path.join(MODULES, name, 'package.json'), 'utf8'))

/** @param {string} name */
const entryOf = (name) => path.join(MODULES, name, manifestOf(name).types)

/** @param {Record<string, string>} files */
const packagesIn = (files) =>
  new Set(
    Object.keys(files).map((address) => address.replace('file:///node_modules/', '').split('/').slice(0, 2).join('/')),
  )

/**
 * @param {string} from
 * @param {string} specifier
 */
function resolveImport(from, specifier) {
  if (specifier.startsWith('.')) return declarationAt(path.resolve(path.dirname(from), specifier))
  if (!specifier.startsWith('@tensorflow/')) return undefined
  const [scope = '', name = '', ...rest] = specifier.split('/')
  if (rest.length === 0) return entryOf(`${scope}/${name}`)
  return declarationAt(path.join(MODULES, scope, name, ...rest))
}

/** @param {string} base */
const declarationAt = (base) => [`${base}.d.ts`, path.join(base, 'index.d.ts')].find((file) => existsSync(file))

/** Licence headers are a third of the text; the licence itself is in the package the files come from. */
const withoutBoilerplate = (/** @type {string} */ text) =>
  text.replace(/^\/\*\*\s*\n \* @license[\s\S]*?\*\/\s*/gm, '').replace(/^\/\/\/ <amd-module.*\n/gm, '')
