import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { openExercise, putSource, readExerciseFile } from './editor.ts'
import { signIn } from './watched-page.ts'

/** The process of the platform's web app: the one that listens at its port. */
function webPid(): number {
  const port = Number(process.env.GRADUS_E2E_PORT).toString(16).toUpperCase().padStart(4, '0')
  const listening = ['/proc/net/tcp', '/proc/net/tcp6']
    .flatMap((table) => readFileSync(table, 'utf8').split('\n'))
    .map((line) => line.trim().split(/\s+/))
    .find(([, local, , state]) => local?.endsWith(`:${port}`) && state === '0A')
  const socket = `socket:[${listening?.[9]}]`
  const found = readdirSync('/proc').find((pid) => /^\d+$/.test(pid) && socketsOf(pid).includes(socket))
  if (!found) throw new Error('nothing listens at the port of the platform')
  return Number(found)
}

function socketsOf(pid: string): string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).map((fd) => readlinkSync(`/proc/${pid}/fd/${fd}`))
  } catch {
    return []
  }
}

// Not a watched page: the browser does complain about the server that is gone.
test('a web process that is killed costs the page nothing, twice: it comes back with the whole curve', async ({
  page,
}) => {
  await signIn(page, 'student@gradus.example')
  await openExercise(page, /Ore or waste/)
  const solution = await readExerciseFile('m1-ore-or-waste', 'solution.ts')
  expect(solution).toContain('batchSize: 64')
  await putSource(page, solution.replace('batchSize: 64', 'batchSize: 2'))
  const epochs = /epochs: (\d+)/.exec(solution)?.[1]
  const left = page.getByText(/\d+ of \d+ attempts left today/)
  const attempts = Number.parseInt((await left.textContent()) ?? '', 10)

  // Once while the page still asks for what the submission has changed, and once in mid-stream.
  const taken = page.waitForResponse((response) => response.request().postData()?.includes('idempotencyKey') ?? false)
  await page.getByRole('button', { name: 'Submit' }).click()
  await taken
  process.kill(webPid(), 'SIGKILL')
  await expect(left).toHaveText(new RegExp(`^${attempts - 1} of `), { timeout: 60_000 })
  await expect(page.getByRole('status').filter({ hasText: /Training/ })).toBeVisible({ timeout: 60_000 })
  process.kill(webPid(), 'SIGKILL')

  await expect(page.getByText(/of 100 points/)).toBeVisible({ timeout: 150_000 })
  await expect(page.getByRole('img', { name: /loss/i }).first()).toHaveAccessibleName(new RegExp(`${epochs} epochs`))
})
