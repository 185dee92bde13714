import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { countPlaywright, countVitest } from './count-reports.mjs'
import { root } from './kit/paths.mjs'

const file = (name: string) => path.join(root, name)

describe('a report of vitest', () => {
  it('names what failed, with the first line of why', () => {
    const counts = countVitest({
      numPassedTests: 1,
      numFailedTests: 1,
      testResults: [
        {
          name: file('tests/a.test.ts'),
          status: 'failed',
          assertionResults: [
            { status: 'passed', fullName: 'adds' },
            { status: 'failed', fullName: 'numbers subtracts', failureMessages: ['expected 1 to be 2\n  at line 3'] },
          ],
        },
      ],
    })
    expect(counts).toEqual({
      passed: 1,
      failed: 1,
      failures: ['tests/a.test.ts › numbers subtracts\n      expected 1 to be 2'],
    })
  })

  it('counts a file that could not be loaded', () => {
    const broken = { name: file('tests/b.test.ts'), status: 'failed', message: 'no such module', assertionResults: [] }
    expect(countVitest({ numPassedTests: 0, numFailedTests: 0, testResults: [broken] })).toEqual({
      passed: 0,
      failed: 1,
      failures: ['tests/b.test.ts\n      no such module'],
    })
  })
})

describe('a report of Playwright', () => {
  it('names what failed, however deep, and counts what is flaky as passed', () => {
    const counts = countPlaywright({
      stats: { expected: 1, unexpected: 1, flaky: 1 },
      errors: [{ message: 'the server did not answer' }],
      suites: [
        {
          specs: [{ title: 'opens', file: 'a.spec.ts', line: 3, ok: true }],
          suites: [{ specs: [{ title: 'submits', file: 'a.spec.ts', line: 9, ok: false }] }],
        },
      ],
    })
    expect(counts).toEqual({
      passed: 2,
      failed: 2,
      failures: ['a.spec.ts:9 › submits', 'outside of every test\n      the server did not answer'],
    })
  })
})
