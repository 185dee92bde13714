import { createHash, randomUUID } from 'node:crypto'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
/** Below node_modules, so that the bundle finds the packages it leaves outside. */
const FOLDER = join(ROOT, 'node_modules', '.cache', 'gradus')

let bundled: Promise<string> | null = null

/**
 * The trainer's program as one JavaScript file; gives its path. A bundle starts in half the time that the sources
 * take (0.6 s against 1.1 s). Made once in a process; named by its content, so several workers may share the folder.
 */
export function bundleTrainer(): Promise<string> {
  bundled ??= bundle()
  return bundled
}

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(ROOT, 'grader', 'trainer', 'main.ts')],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    target: 'node22',
    external: ['@tensorflow/tfjs-node-gpu'],
    sourcemap: 'inline',
    sourcesContent: false,
  })
  const [output] = outputFiles
  if (!output) throw new Error('esbuild gave no output')
  const path = join(FOLDER, `trainer-${createHash('sha256').update(output.contents).digest('hex').slice(0, 16)}.mjs`)
  await mkdir(FOLDER, { recursive: true })
  const draft = `${path}.${randomUUID()}`
  await writeFile(draft, output.contents)
  await rename(draft, path)
  return path
}
