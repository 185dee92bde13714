import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { access, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { build } from 'esbuild'

/** The learner program, ready to run: one file, which `node --snapshot-blob <file>` starts. */
export interface LearnerProgram {
  /** V8 start-up snapshot holding the program and tfjs: 45 ms to the first line instead of 140 ms. */
  snapshotFile: string
  /** Names the content: bundle, Node and processor. */
  hash: string
}

const here = path.dirname(fileURLToPath(import.meta.url))

/**
 * Bundles the learner program with tfjs into one file and makes a start-up snapshot of it. Kept in `folder` by hash, so
 * that the second call only bundles (which is how it learns the hash).
 * @throws Error when the bundle or the snapshot cannot be built.
 */
export async function bundleLearner(folder: string, nodePath: string = process.execPath): Promise<LearnerProgram> {
  const bundle = await build({
    entryPoints: [path.join(here, 'inside', 'main.ts')],
    bundle: true,
    write: false,
    platform: 'node',
    target: 'node22',
    format: 'cjs',
    minifySyntax: true,
    minifyWhitespace: true,
    // tfjs's browser and node-fetch branches are never taken inside the box.
    logLevel: 'silent',
  })
  const code = bundle.outputFiles[0]?.contents
  if (!code) throw new Error('esbuild gave no bundle')
  // A snapshot holds V8's code for one Node and one processor's features.
  const hash = createHash('sha256')
    .update(code)
    .update(`${process.version} ${nodePath} ${process.arch} ${cpus()[0]?.model}`)
    .digest('hex')
    .slice(0, 16)
  const snapshotFile = path.join(folder, `learner-${hash}.blob`)
  if (await exists(snapshotFile)) return { snapshotFile, hash }

  await mkdir(folder, { recursive: true })
  const work = await mkdtemp(path.join(folder, 'making-'))
  try {
    await writeFile(path.join(work, 'learner.cjs'), code)
    // The environment is left out: a snapshot keeps what it saw.
    await promisify(execFile)(nodePath, ['--snapshot-blob', 'learner.blob', '--build-snapshot', 'learner.cjs'], {
      cwd: work,
      env: { NODE_ENV: 'production' },
    })
    // Renamed whole, because two workers may be making it at once.
    await rename(path.join(work, 'learner.blob'), snapshotFile)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
  return { snapshotFile, hash }
}

const exists = (file: string) =>
  access(file).then(
    () => true,
    () => false,
  )
