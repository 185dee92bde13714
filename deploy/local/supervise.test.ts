import { describe, expect, it } from 'vitest'
import { identify } from '#deploy/local/processes.mjs'
import { supervise } from '#deploy/local/supervise.mjs'

const environment = { PATH: process.env.PATH, NODE_ENV: 'test' as const }
const part = (program: string) => ({
  name: 'part',
  args: ['--eval', program],
  env: environment,
  patienceMilliseconds: 10_000,
})

/** Collects log lines and lets a test wait for one. */
function journal() {
  const lines: string[] = []
  const waiting: (() => void)[] = []
  const log = (line: string) => {
    lines.push(line)
    for (const look of waiting) look()
  }
  const until = (wanted: RegExp, times = 1) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (lines.filter((line) => wanted.test(line)).length >= times) resolve()
      }
      waiting.push(look)
      look()
    })
  return { lines, log, until }
}

describe('supervise', () => {
  it('prints lines under the part’s name and ends it when asked', async () => {
    const { lines, log, until } = journal()
    const supervised = supervise(part(`console.log('hello'); setInterval(() => {}, 1000)`), { log, onStart: () => {} })
    await until(/hello/)
    const pid = supervised.pid() ?? 0
    await supervised.stop()
    expect(lines).toEqual(['part │ hello'])
    expect(identify(pid)).toBeUndefined()
  })

  it('says that a part crashed and starts it again', async () => {
    const { log, until } = journal()
    const supervised = supervise(part(`console.log('up'); process.exit(3)`), { log, onStart: () => {} })
    await until(/part ended unexpectedly \(exit 3\); starting it again in 1 s/)
    await until(/up/, 2)
    await supervised.stop()
  })

  it('leaves no child of a part behind', async () => {
    const { lines, log, until } = journal()
    const program = `
      const child = require('node:child_process').spawn('sleep', ['1000'])
      console.log('child ' + child.pid)
      setInterval(() => {}, 1000)`
    const supervised = supervise(part(program), { log, onStart: () => {} })
    await until(/child \d+/)
    await supervised.stop()
    const child = Number(/child (\d+)/.exec(lines[0] ?? '')?.[1])
    await expect.poll(() => identify(child)).toBeUndefined()
  })
})
