// @ts-check
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { checks } from './checks.mjs'
import { countPlaywright, countVitest } from './count-reports.mjs'
import { inRoot, root } from './kit/paths.mjs'

/** @typedef {import('./count-reports.mjs').Counts} Counts */
/** @typedef {{ name: string, run: () => Promise<Counts> }} Suite */

/** A suite that hangs must not hold the machine for ever. */
const LONGEST_SUITE_MILLISECONDS = 40 * 60_000

/** In the order of what they need: first nothing, then a database, then libtensorflow and boxes, then everything. */
/** @type {Suite[]} */
export const suites = [
  { name: 'check', run: runChecks },
  { name: 'unit', run: () => runVitest('unit') },
  { name: 'integration', run: () => runVitest('integration') },
  { name: 'grader', run: () => runVitest('grader') },
  { name: 'security', run: () => runVitest('security') },
  { name: 'e2e', run: runPlaywright },
]

/** @returns {Promise<Counts>} */
export async function runChecks() {
  /** @type {Counts} */
  const counts = { passed: 0, failed: 0, failures: [] }
  for (const { name, run } of checks) {
    const { passed, output } = await run()
    counts[passed ? 'passed' : 'failed'] += 1
    console.log(`${passed ? '✓' : '✗'} ${name}`)
    if (passed) continue
    counts.failures.push(name)
    console.log(output.trimEnd().replaceAll(/^/gm, '    '))
  }
  return counts
}

/** @param {string} project */
async function runVitest(project) {
  const report = freshReport(project)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const code = await runNode(['node_modules/vitest/vitest.mjs', 'run', '--project', project, ...reporters])
  if (!existsSync(report)) return noReport(project)
  return failingBy(code, countVitest(JSON.parse(readFileSync(report, 'utf8'))))
}

async function runPlaywright() {
  const report = freshReport('e2e')
  const program = ['node_modules/@playwright/test/cli.js', 'test', '--reporter=line,json']
  const code = await runNode(program, { PLAYWRIGHT_JSON_OUTPUT_NAME: report })
  if (!existsSync(report)) return noReport('e2e')
  return failingBy(code, countPlaywright(JSON.parse(readFileSync(report, 'utf8'))))
}

/**
 * @param {string} suite
 * @returns {Counts}
 */
const noReport = (suite) => ({ passed: 0, failed: 1, failures: [`${suite} ended without a report`] })

/**
 * A runner that is unhappy about something it counts nowhere (an unhandled error) has failed all the same.
 * @param {number} code
 * @param {Counts} counts
 * @returns {Counts}
 */
const failingBy = (code, counts) =>
  code !== 0 && counts.failed === 0 ? { ...counts, failed: 1, failures: [`its runner ended with ${code}`] } : counts

/** @param {string} suite */
function freshReport(suite) {
  const folder = inRoot('.gradus/reports')
  mkdirSync(folder, { recursive: true })
  const file = `${folder}/${suite}.json`
  rmSync(file, { force: true })
  return file
}

/**
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [more]
 * @returns {Promise<number>}
 */
function runNode(args, more = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, ...more },
      stdio: 'inherit',
      timeout: LONGEST_SUITE_MILLISECONDS,
    })
    child.on('error', () => resolve(1))
    child.on('exit', (code) => resolve(code ?? 1))
  })
}
