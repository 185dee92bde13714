// @ts-check
import { readFileSync } from 'node:fs'
import { packagesWithAddress, restorePlatformPackages } from './fix-lock.mjs'
import { inRoot } from './kit/paths.mjs'
import { tryRun } from './kit/run.mjs'

/** @typedef {{ passed: boolean, output: string }} CheckResult */
/** @typedef {{ name: string, run: () => Promise<CheckResult> }} Check */

const FIXTURE = inRoot('deploy/local/dependency-fixture')
/** What the fixture breaks on purpose. */
const PLANTED_VIOLATIONS = [
  'app-without-grader',
  'domain-is-pure',
  'no-credentials-near-learner-code',
  'no-cycles',
  'training-is-handed-its-tf',
]
const CRUISED_FOLDERS = ['app', 'deploy', 'exercises', 'grader', 'lib', 'prisma', 'tests']
const FEWEST_MODULES = 50

/** @type {Check[]} */
export const checks = [
  { name: 'types', run: types },
  { name: 'types of the set-up programs', run: () => node('typescript/bin/tsc', ['-p', 'deploy/local/tsconfig.json']) },
  { name: 'lint and format (Biome)', run: () => node('@biomejs/biome/bin/biome', ['check', '--error-on-warnings']) },
  { name: 'dependency directions', run: dependencyDirections },
  { name: 'planted dependency violations are reported', run: plantedViolations },
  { name: 'nothing unused (knip)', run: () => node('knip/bin/knip.js', ['--no-config-hints']) },
  { name: 'lock file fits every platform and names no registry', run: lockFile },
]

/**
 * @param {string} program inside node_modules
 * @param {string[]} args
 * @param {string} [cwd]
 * @returns {Promise<CheckResult>}
 */
async function node(program, args, cwd) {
  const { code, output } = await tryRun(process.execPath, [inRoot('node_modules', program), ...args], { cwd })
  return { passed: code === 0, output }
}

async function types() {
  // Next's own declarations (style sheets, images, routes) are generated, not committed.
  const generated = await node('next/dist/bin/next', ['typegen'])
  return generated.passed ? node('typescript/bin/tsc', ['--noEmit']) : generated
}

/**
 * @param {string[]} folders
 * @param {string} [cwd]
 */
async function cruise(folders, cwd) {
  const args = ['--config', inRoot('.dependency-cruiser.mjs'), '--output-type', 'json', ...folders]
  const { output } = await node('dependency-cruiser/bin/dependency-cruiser.mjs', args, cwd)
  try {
    /** @type {{ totalCruised: number, violations: { from: string, to: string, rule: { name: string } }[] }} */
    const summary = JSON.parse(output.slice(output.indexOf('{'), output.lastIndexOf('}') + 1)).summary
    return summary
  } catch {
    throw new Error(`dependency-cruiser gave no report:\n${output}`)
  }
}

async function dependencyDirections() {
  const { totalCruised, violations } = await cruise(CRUISED_FOLDERS)
  const lines = violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)
  if (totalCruised < FEWEST_MODULES) lines.push(`only ${totalCruised} modules were seen: the check is blind`)
  return { passed: lines.length === 0, output: lines.join('\n') }
}

async function plantedViolations() {
  const { violations } = await cruise(['.'], FIXTURE)
  const missed = PLANTED_VIOLATIONS.filter((name) => !violations.some(({ rule }) => rule.name === name))
  return { passed: missed.length === 0, output: missed.map((name) => `not reported: ${name}`).join('\n') }
}

/** @returns {Promise<CheckResult>} */
async function lockFile() {
  const lock = JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8'))
  const missing = restorePlatformPackages(lock).added.map((name) => `${name}: run \`node deploy/local/fix-lock.mjs\``)
  const addressed = packagesWithAddress(lock).map((name) => `${name} names a registry`)
  const lines = [...missing, ...addressed]
  return { passed: lines.length === 0, output: lines.join('\n') }
}
