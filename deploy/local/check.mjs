// @ts-check
import { runMain } from './kit/setup-error.mjs'
import { ensureDependencies } from './steps/dependencies.mjs'
import { ensurePrismaClient } from './steps/generated.mjs'
import { ensureNode } from './steps/node-runtime.mjs'

/** Types, lint, dependency directions, unused code: what needs no database, no libtensorflow, no browser. */
await runMain(async () => {
  await ensureNode()
  await ensureDependencies()
  await ensurePrismaClient()
  const { runChecks } = await import('./suites.mjs')
  const { passed, failed } = await runChecks()
  console.log(`\n${passed} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
})
