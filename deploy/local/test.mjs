// @ts-check
import { runMain, SetupError } from './kit/setup-error.mjs'
import { setUp } from './set-up.mjs'
import { ensureNode } from './steps/node-runtime.mjs'

/** `npm test` runs every suite, `npm test -- unit integration` the named ones. */
await runMain(async () => {
  await ensureNode()
  const wanted = process.argv.slice(2)
  await setUp({ withBrowser: wanted.length === 0 || wanted.includes('e2e') })
  const { suites } = await import('./suites.mjs')
  const unknown = wanted.filter((name) => !suites.some((suite) => suite.name === name))
  if (unknown.length > 0) {
    const names = suites.map((suite) => suite.name).join(', ')
    throw new SetupError(`there is no suite named ${unknown.join(', ')}`, `choose among ${names}, or none for all.`)
  }
  /** @type {{ suite: string, passed: number, failed: number, time: string }[]} */
  const rows = []
  /** @type {string[]} */
  const failures = []
  for (const { name, run } of suites.filter((suite) => wanted.length === 0 || wanted.includes(suite.name))) {
    console.log(`\n── ${name} ──`)
    const started = Date.now()
    const counts = await run()
    const empty = counts.passed + counts.failed === 0
    if (empty) counts.failures.push('ran no test')
    failures.push(...counts.failures.map((failure) => `✗ ${name}: ${failure}`))
    const failed = empty ? 1 : counts.failed
    rows.push({ suite: name, passed: counts.passed, failed, time: `${Math.round((Date.now() - started) / 1000)} s` })
  }
  console.log()
  // Hours of output may lie between a failure and the end: what failed is said once more.
  for (const failure of failures) console.log(failure)
  if (failures.length > 0) console.log()
  for (const { suite, passed, failed, time } of rows) {
    console.log(
      `${suite.padEnd(12)} ${`${passed} passed`.padStart(12)} ${`${failed} failed`.padStart(12)} ${time.padStart(8)}`,
    )
  }
  const total = (/** @type {'passed' | 'failed'} */ kind) => rows.reduce((sum, row) => sum + row[kind], 0)
  console.log(`\n${total('passed')} passed, ${total('failed')} failed`)
  return total('failed') === 0 ? 0 : 1
})
