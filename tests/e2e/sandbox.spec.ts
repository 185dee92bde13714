import { test as base, type Frame, type Page } from '@playwright/test'
import { openExercise, putSource } from './editor.ts'
import { expect, signIn } from './watched-page.ts'

/**
 * Hostile code in the browser's sandbox. What it may not do it tries here, in a real Chromium; the browser says on its
 * console what it refused, so these pages are not watched for that, but for what reaches the network.
 */
const test = base.extend<{ requests: string[] }>({
  requests: async ({ page }, use) => {
    const requests: string[] = []
    // Answered ones: what the policy refuses is a request to the browser too, and never leaves it.
    page.on('response', (response) => requests.push(`${response.request().method()} ${response.url()}`))
    await use(requests)
  },
})

const STUDENT = 'student@gradus.example'

async function runCell(page: Page, code: string): Promise<void> {
  await page.getByLabel('Code cell-1').fill(code)
  await page.getByRole('button', { name: 'Run', exact: true }).first().click()
}

async function frameOf(page: Page): Promise<Frame> {
  const find = () => page.frames().find((frame) => frame.url().endsWith('/sandbox/frame.html'))
  await expect.poll(() => find() !== undefined).toBe(true)
  const frame = find()
  if (!frame) throw new Error('no frame')
  return frame
}

/** Each tries to get out and says what it got. */
const attempts = (origin: string) => `
const origin = '${origin}'
const tries = {
  'its own API': () => fetch(origin + '/api/health').then((r) => r.text()),
  'a page, with cookies': () => fetch(origin + '/', { credentials: 'include', mode: 'no-cors' }).then((r) => r.type),
  'an action': () => fetch(origin + '/courses', { method: 'POST', body: '1', mode: 'no-cors' }).then((r) => r.type),
  'another site': () => fetch('https://example.com/', { mode: 'no-cors' }).then((r) => r.type),
  'another port': () => fetch('http://localhost:9/', { mode: 'no-cors' }).then((r) => r.type),
  'XMLHttpRequest': () => new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('GET', origin + '/api/health')
    request.onload = () => resolve(request.responseText)
    request.onerror = () => reject(new Error('refused'))
    request.send()
  }),
  'WebSocket': () => new Promise((resolve, reject) => {
    const socket = new WebSocket(origin.replace('http', 'ws') + '/')
    socket.onopen = () => resolve('open')
    socket.onerror = () => reject(new Error('refused'))
  }),
  'EventSource': () => new Promise((resolve, reject) => {
    const source = new EventSource(origin + '/api/runs/x/events')
    source.onopen = () => resolve('open')
    source.onerror = () => reject(new Error('refused'))
  }),
  'a script from elsewhere': async () => importScripts('https://example.com/x.js'),
  'a script of the app': async () => importScripts(origin + '/monaco/vs/loader.js'),
  'a module from elsewhere': () => import('https://example.com/x.js'),
  'IndexedDB': () => new Promise((resolve, reject) => {
    const request = indexedDB.open('x')
    request.onsuccess = () => resolve('open')
    request.onerror = () => reject(new Error('refused'))
  }),
  'caches': () => caches.open('x'),
  'the file system': () => navigator.storage.getDirectory(),
  'cookies': () => cookieStore.getAll(),
  'local storage': async () => localStorage.length,
  'the document': async () => document.cookie,
  'the page around it': async () => parent.location.href,
  'a worker of its own': () => new Promise((resolve, reject) => {
    const text = "fetch('" + origin + "/api/health').then(() => postMessage('open'), () => postMessage('refused'))"
    const worker = new Worker(URL.createObjectURL(new Blob([text])))
    worker.onmessage = ({ data }) => (data === 'open' ? resolve(data) : reject(new Error(data)))
    worker.onerror = () => reject(new Error('refused'))
  }),
}
for (const [name, attempt] of Object.entries(tries)) {
  // In a function of its own: what is not there at all throws at once.
  await (async () => attempt())().then((got) => print('REACHED', name, String(got)), () => print('held', name))
}
print('tried', Object.keys(tries).length)
`

test("a cell's code reaches no network, no storage and no page", async ({ page, requests, baseURL }) => {
  const origin = new URL(baseURL ?? '').origin
  await signIn(page, STUDENT)
  await page.goto('/scratch')
  await runCell(page, attempts(origin))
  const printed = page.getByRole('region', { name: 'Printed' })
  await expect(printed).toContainText(/tried \d+/, { timeout: 90_000 })
  const lines = await printed.locator('pre > div').allTextContents()
  expect(lines.filter((line) => line.startsWith('REACHED'))).toEqual([])
  expect(lines.at(-1)).toBe(`tried ${lines.filter((line) => line.startsWith('held')).length}`)
  const outside = requests.filter((request) => !request.includes(` ${origin}/`) && !request.includes(' blob:'))
  expect(outside).toEqual([])
  expect(requests.filter((request) => /\/api\/health|\/api\/runs\/x|POST .*\/courses$/.test(request))).toEqual([])
})

test("the frame around it is nobody's: no cookie, no storage, no page, no way to lead the page elsewhere", async ({
  page,
}) => {
  await signIn(page, STUDENT)
  await page.goto('/scratch')
  await runCell(page, '1 + 1')
  await expect(page.getByRole('region', { name: 'Output' })).toContainText('2', { timeout: 90_000 })
  const frame = await frameOf(page)
  const got = await frame.evaluate(async () => {
    const tried: Record<string, () => unknown> = {
      origin: () => self.origin,
      cookie: () => document.cookie,
      storage: () => localStorage.length,
      session: () => sessionStorage.length,
      database: () => indexedDB.open('x') && 'opened',
      page: () => parent.document.title,
      api: async () => (await fetch('/api/health')).status,
      window: () => open('/') && 'opened',
      form: () => {
        const form = document.createElement('form')
        form.action = '/api/health'
        document.documentElement.append(form)
        form.submit()
        return 'sent'
      },
      top: () => {
        if (top) top.location.href = '/signin'
        return 'sent'
      },
    }
    const outcome: Record<string, unknown> = {}
    for (const [name, attempt] of Object.entries(tried)) {
      try {
        outcome[name] = await attempt()
      } catch {
        outcome[name] = 'held'
      }
    }
    return outcome
  })
  expect(got).toMatchObject({
    origin: 'null',
    cookie: 'held',
    storage: 'held',
    session: 'held',
    page: 'held',
    api: 'held',
  })
  expect(got.database).toBe('held')
  expect(got.window).not.toBe('opened')
  // What the browser drops without a word is seen by where the page still is.
  await page.waitForTimeout(500)
  await expect(page).toHaveURL(/\/scratch$/)
})

test('results that are forged are shown to their forger, and count for nothing', async ({ page, requests }) => {
  await signIn(page, STUDENT)
  await openExercise(page, /Ore or waste/)
  const attemptsLeft = await page
    .getByText(/attempts? (left|today)|of \d+ attempts/)
    .first()
    .textContent()
  const point = '{ epoch: 1, loss: 0, metric: 1, valLoss: 0, valMetric: 1, learningRate: 1, seconds: 0, layers: [] }'
  await putSource(
    page,
    `const say = (message: unknown) => (self as unknown as { postMessage(m: unknown): void }).postMessage(message)
say({ kind: 'epoch', point: ${point} })
say({ kind: 'trained', outcome: 'completed', epochsRun: 1, bestEpoch: 1, restoredBest: true })
say({ kind: 'done' })
export const buildModel = () => null`,
  )
  const before = requests.length
  await page.getByRole('button', { name: 'Run in browser' }).click()
  await expect(page.getByText('nothing is submitted, no attempt is used')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Run in browser' })).toBeEnabled({ timeout: 90_000 })
  await expect(page.locator('p').filter({ hasText: /of 100 points/ })).toHaveCount(0)
  const sent = requests.slice(before).filter((request) => request.startsWith('POST'))
  // The draft is saved; nothing else leaves.
  expect(sent.every((request) => request.includes('/exercises/'))).toBe(true)
  await page.reload()
  await expect(page.getByText(attemptsLeft ?? '').first()).toBeVisible()
})

for (const { what, code, words } of [
  {
    what: 'what is no message',
    code: "(self as any).postMessage({ kind: 'report', points: 100 })\nawait new Promise(() => {})",
    words: 'answered with something that is no answer',
  },
  {
    what: 'a flood of messages',
    code: "for (;;) (self as any).postMessage({ kind: 'notice', message: 'x' })",
    words: 'printed far too much',
  },
])
  test(`${what} ends the runner, and the next cell runs in a fresh one`, async ({ page }) => {
    await signIn(page, STUDENT)
    await page.goto('/scratch')
    await runCell(page, code)
    const output = page.getByRole('region', { name: 'Output' })
    await expect(output).toContainText(words, { timeout: 90_000 })
    await runCell(page, '6 * 7')
    await expect(output).toContainText('42', { timeout: 90_000 })
  })
