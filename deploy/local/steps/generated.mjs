// @ts-check
import { existsSync } from 'node:fs'
import { buildAssets, buildSandbox } from '../assets.mjs'
import { inRoot } from '../kit/paths.mjs'
import { step } from '../kit/progress.mjs'
import { run } from '../kit/run.mjs'
import { hashSources, isStamped, writeStamp } from '../kit/stamp.mjs'

/** The Prisma client, from the schema. */
export async function ensurePrismaClient() {
  const stamp = inRoot('lib/generated/prisma/.stamp')
  const hash = hashSources(['prisma/schema.prisma', 'prisma/engine', 'prisma.config.ts', 'package-lock.json'])
  if (isStamped(stamp, hash)) return
  await step('database client', async () => {
    await run(process.execPath, [inRoot('node_modules/prisma/build/index.js'), 'generate'])
    writeStamp(stamp, hash)
  })
}

/** What the browser gets from our own origin: the editor, tfjs, its declarations. */
export async function ensureBrowserAssets() {
  const stamp = inRoot('public/tfjs/.stamp')
  const hash = hashSources(['package-lock.json', 'lib/contract/gradus.d.ts', 'deploy/local/assets.mjs'])
  if (isStamped(stamp, hash) && existsSync(inRoot('public/monaco/vs/loader.js'))) return
  await step('editor and browser TensorFlow', async () => {
    buildAssets()
    writeStamp(stamp, hash)
  })
}

const SANDBOX_FROM = [
  'app/sandbox/inside',
  'deploy/local/assets.mjs',
  'lib/contract',
  'lib/domain',
  'lib/learner',
  'lib/training',
  'package-lock.json',
]

/** What runs learners' code in their own browser. */
export async function ensureSandbox() {
  const stamp = inRoot('public/sandbox/.stamp')
  const hash = hashSources(SANDBOX_FROM)
  if (isStamped(stamp, hash)) return
  await step("browser's sandbox", async () => {
    await buildSandbox()
    writeStamp(stamp, hash)
  })
}

const BUILT_FROM = [
  'instrumentation.ts',
  'app',
  'lib',
  'next.config.ts',
  'package-lock.json',
  'postcss.config.mjs',
  'proxy.ts',
  'tsconfig.json',
]

/**
 * The web app as `next start` serves it; a build is kept until its sources change.
 * @param {NodeJS.ProcessEnv} env
 */
export async function ensureBuild(env) {
  const stamp = inRoot('.next/gradus.stamp')
  const hash = hashSources(BUILT_FROM)
  if (isStamped(stamp, hash)) return
  await step('web app', async (say) => {
    say('next build')
    await run(process.execPath, [inRoot('node_modules/next/dist/bin/next'), 'build'], {
      env: { ...env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
      onLine: say,
      remedy: 'the lines above name the file; `npm run check` says more.',
    })
    writeStamp(stamp, hash)
  })
}
