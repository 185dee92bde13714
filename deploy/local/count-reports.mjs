// @ts-check
import path from 'node:path'
import { root } from './kit/paths.mjs'

/** @typedef {{ passed: number, failed: number, failures: string[] }} Counts `failures` names what failed. */

/**
 * @typedef {{ status: string, fullName: string, failureMessages?: string[] }} VitestTest
 * @typedef {{ name: string, status: string, message?: string, assertionResults: VitestTest[] }} VitestFile
 * @typedef {{ numPassedTests: number, numFailedTests: number, testResults: VitestFile[] }} VitestReport
 */

/**
 * @typedef {{ title: string, file: string, line: number, ok: boolean }} PlaywrightSpec
 * @typedef {{ specs: PlaywrightSpec[], suites?: PlaywrightSuite[] }} PlaywrightSuite
 * @typedef {{ message?: string }} PlaywrightError
 * @typedef {{ stats: { expected: number, unexpected: number, flaky: number }, errors: PlaywrightError[], suites: PlaywrightSuite[] }} PlaywrightReport
 */

/**
 * What vitest's JSON report says.
 * @param {VitestReport} report
 * @returns {Counts}
 */
export function countVitest({ numPassedTests, numFailedTests, testResults }) {
  const failures = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'failed')
      .map((test) => named(`${relative(name)} › ${test.fullName}`, test.failureMessages?.[0])),
  )
  // A file that could not even be loaded has no failed test to show for it.
  const broken = testResults
    .filter(
      ({ status, assertionResults }) =>
        status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
    )
    .map(({ name, message }) => named(relative(name), message))
  return { passed: numPassedTests, failed: numFailedTests + broken.length, failures: [...failures, ...broken] }
}

/**
 * What Playwright's JSON report says.
 * @param {PlaywrightReport} report
 * @returns {Counts}
 */
export function countPlaywright({ stats, errors, suites }) {
  const failures = suites
    .flatMap(specsOf)
    .filter(({ ok }) => !ok)
    .map(({ file, line, title }) => `${file}:${line} › ${title}`)
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    failures: [...failures, ...errors.map(({ message }) => named('outside of every test', message))],
  }
}

/**
 * @param {PlaywrightSuite} suite
 * @returns {PlaywrightSpec[]}
 */
const specsOf = ({ specs, suites = [] }) => [...specs, ...suites.flatMap(specsOf)]

/**
 * @param {string} test
 * @param {string} [message] its first line is enough here; all of it stands further up
 */
const named = (test, message) => [test, message?.trim().split('\n')[0]].filter(Boolean).join('\n      ')

/** @param {string} file */
const relative = (file) => path.relative(root, file)
