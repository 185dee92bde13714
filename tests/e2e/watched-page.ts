import AxeBuilder from '@axe-core/playwright'
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'

/**
 * A page that is watched: whatever the browser complains about, and whatever it asks of another origin, fails the test
 * that saw it.
 */
export const test = base.extend<{ page: Page }>({
  page: async ({ page, baseURL }, use) => {
    const complaints: string[] = []
    const origin = new URL(baseURL ?? '').origin
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(`console: ${message.text()} (${message.location().url})`)
    })
    page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`))
    page.on('request', (request) => {
      const url = new URL(request.url())
      const inside = url.origin === origin || url.protocol === 'data:' || url.protocol === 'blob:'
      if (!inside) complaints.push(`request outside: ${url.origin}`)
    })
    await use(page)
    expect(complaints).toEqual([])
  },
})
export { expect }

export const PASSWORD = 'gradus-demo'

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>
const sessions = new Map<string, Cookies>()

/** By the form the first time, and by what it left behind after that. Ends on the first page. */
export async function signIn(page: Page, email: string): Promise<void> {
  const cookies = sessions.get(email)
  if (cookies) {
    await page.context().addCookies(cookies)
    await page.goto('/')
  } else {
    await page.goto('/signin')
    await page.getByLabel('E-mail').fill(email)
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  }
  await expect(page).not.toHaveURL(/signin/)
  // Who leaves a page that still arrives cuts its stream, and React complains of the part that never came.
  await page.waitForLoadState()
  sessions.set(email, await page.context().cookies())
}

/** Monaco's line numbers are dim on purpose and stay out of it. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).exclude('.monaco-editor .margin').analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)).toEqual([])
}
