import { chmodSync, mkdtempSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { chromium, type Page } from '@playwright/test'
import { freePort } from '#deploy/local/kit/ports.mjs'
import { startPlatform } from '#deploy/local/platform.mjs'
import { findBrowser } from '#deploy/local/steps/system-packages.mjs'

/**
 * The playground in a real Chromium, on a platform of its own (or on one that runs, by --url): trains the spiral with
 * three hidden layers of eight units and prints the intervals between frames as one JSON object.
 */
const ADDRESS = '/playground?data=spiral&layers=8.8.8&optimizer=adam&rate=0.003'
const ACCOUNT = { email: 'student@gradus.example', password: 'gradus-demo' }
const WARM_UP_MS = 2000

const { values } = parseArgs({ options: { seconds: { type: 'string' }, url: { type: 'string' } } })
const seconds = Number(values.seconds ?? 10)

async function withPlatform<T>(use: (url: string) => Promise<T>): Promise<T> {
  if (values.url) return use(values.url)
  const folder = mkdtempSync(path.join(tmpdir(), 'gradus-bench-'))
  chmodSync(folder, 0o711)
  const { DATABASE_URL: _, NEXTAUTH_URL: __, ...inherited } = process.env
  const environment = { ...inherited, GRADUS_DATA: folder, PORT: String(await freePort()) }
  const platform = await startPlatform({ environment, development: false, log: (line) => console.error(line) })
  try {
    return await use(platform.url)
  } finally {
    await platform.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function signIn(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/signin`)
  await page.getByLabel('E-mail').fill(ACCOUNT.email)
  await page.getByLabel('Password', { exact: true }).fill(ACCOUNT.password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL((at) => !at.pathname.includes('signin'))
}

/**
 * Milliseconds from frame to frame for so long. A text, because the loader that runs this file adds helpers to functions
 * which the page does not have.
 */
const frameIntervals = (page: Page, milliseconds: number): Promise<number[]> =>
  page.evaluate(`new Promise((resolve) => {
    const intervals = []
    let before = 0
    const began = performance.now()
    requestAnimationFrame(function tick(now) {
      if (before > 0) intervals.push(now - before)
      before = now
      if (now - began < ${milliseconds}) requestAnimationFrame(tick)
      else resolve(intervals)
    })
  })`)

interface Watched {
  intervals: number[]
  /** CPU time of the page's main thread, script and drawing, over all frames: what is measurable on a busy machine too. */
  mainThreadMilliseconds: number
}

async function watchFrames(page: Page, milliseconds: number): Promise<Watched> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const busySeconds = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN
  }
  const before = await busySeconds()
  const intervals = await frameIntervals(page, milliseconds)
  const mainThreadMilliseconds = ((await busySeconds()) - before) * 1000
  await session.detach()
  return { intervals, mainThreadMilliseconds }
}

const epochOf = async (page: Page) =>
  Number((await page.getByTestId('epoch').textContent())?.replaceAll(/\D/g, '') ?? Number.NaN)

const measured = await withPlatform(async (url) => {
  const executablePath = findBrowser()
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ['--no-sandbox', '--disable-background-networking', '--enable-unsafe-swiftshader'],
  })
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    await signIn(page, url)
    await page.goto(url + ADDRESS)
    await page.getByRole('button', { name: 'Train', exact: true }).waitFor()
    await page.waitForTimeout(WARM_UP_MS)
    const idle = await watchFrames(page, (seconds * 1000) / 2)
    await page.getByRole('button', { name: 'Train', exact: true }).click()
    await page.waitForTimeout(WARM_UP_MS)
    const before = await epochOf(page)
    const training = await watchFrames(page, seconds * 1000)
    const epochs = (await epochOf(page)) - before
    return { browser: browser.version(), idle, training, epochs }
  } finally {
    await browser.close()
  }
})
writeSync(1, JSON.stringify(measured))
