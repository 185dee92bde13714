// @ts-check
import { cpSync, existsSync, mkdirSync, readdirSync, readlinkSync, rmSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { inRoot, root } from '../local/kit/paths.mjs'
import { packageClosure } from './package-closure.mjs'

/** What the grader's programs import; the closure of these is all of node_modules that the image gets. */
export const PACKAGES = [
  ...['@date-fns/tz', '@prisma/adapter-pg', '@prisma/client', '@prisma/driver-adapter-utils', '@tensorflow/tfjs'],
  ...['@tensorflow/tfjs-node-gpu', 'commander', 'csv-parse', 'date-fns', 'esbuild', 'fast-png', 'fflate', 'h5wasm'],
  ...['jpeg-js', 'ml-matrix', 'pg', 'pg-boss', 'pg-connection-string', 'pino', 'tsx', 'yaml', 'zod'],
]
/** What is read at run time. The corpus goes along: an operator tries an image before term as any machine. */
const SOURCES = [
  ...['grader', 'lib', 'exercises', 'datasets', 'deploy/local', 'deploy/image', 'tests/security/attacks'],
  ...['package.json', 'tsconfig.json', 'LICENSE'],
]
/** Never run: maps, declarations, documentation, builds for browsers, and what Prisma has for other databases and forms. */
const DEAD_WEIGHT = [
  /\.(map|d\.[cm]?ts|md|flow)$/,
  /@tensorflow\/[^/]+\/dist\/[^/]*(es2017|fesm|\.min)[^/]*\.js$/,
  /@prisma\/client\/runtime\/.*(sqlite|mysql|cockroach|sqlserver|small_bg|wasm-base64\.js$)/,
]
/** @param {string} file */
export const isDeadWeight = (file) => DEAD_WEIGHT.some((pattern) => pattern.test(file))
const UNPACKED_ONLY_TO_COMPILE = 'include'

/**
 * Gathers what the image is made of from this installation, so that building it needs no network.
 * @param {string} context
 * @param {{ libtensorflow: string, box: string }} kept libtensorflow's folder, and the box's prepared files
 */
export function gatherContext(context, kept) {
  rmSync(context, { recursive: true, force: true })
  mkdirSync(path.join(context, 'cache/box'), { recursive: true })
  const app = path.join(context, 'app')
  for (const source of SOURCES)
    cpSync(inRoot(source), path.join(app, source), {
      recursive: true,
      filter: (file) => !/\.test\.ts$|\/node_modules(\/|$)/.test(file),
    })
  for (const folder of packageClosure(root, PACKAGES)) {
    const inside = path.relative(root, folder)
    cpSync(folder, path.join(app, inside), {
      recursive: true,
      // Each package of the closure is copied for itself, with nothing of what lies below it.
      filter: (file) => file === folder || !(path.basename(file) === 'node_modules' || isDeadWeight(file)),
      verbatimSymlinks: true,
    })
  }
  relink(app, kept.libtensorflow)
  const name = path.basename(kept.libtensorflow)
  for (const part of readdirSync(kept.libtensorflow))
    if (part !== UNPACKED_ONLY_TO_COMPILE)
      cpSync(path.join(kept.libtensorflow, part), path.join(context, 'cache/libtensorflow', name, part), {
        recursive: true,
      })
  for (const file of readdirSync(kept.box).filter((each) => /^seccomp-.*\.(bpf|json)$/.test(each)))
    cpSync(path.join(kept.box, file), path.join(context, 'cache/box', file))
  mkdirSync(path.join(app, 'node_modules/.cache/gradus'), { recursive: true })
  cpSync(process.execPath, path.join(context, 'node'))
}

/** The binding's links lead to where libtensorflow lies in the image. @param {string} app @param {string} folder */
function relink(app, folder) {
  const binding = path.join(app, 'node_modules/@tensorflow/tfjs-node-gpu')
  for (const link of ['deps', 'lib/napi-v8']) {
    const at = path.join(binding, link)
    const source = inRoot('node_modules/@tensorflow/tfjs-node-gpu', link)
    if (!existsSync(source)) continue
    const target = path.relative(folder, readlinkSync(source))
    rmSync(at, { recursive: true, force: true })
    mkdirSync(path.dirname(at), { recursive: true })
    symlinkSync(path.join('/var/cache/gradus/libtensorflow', path.basename(folder), target), at)
  }
}
