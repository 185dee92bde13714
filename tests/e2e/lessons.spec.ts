import { readFile } from 'node:fs/promises'
import { expect, expectAccessible, signIn, test } from './watched-page.ts'

const STUDENT = 'student@gradus.example'

test('lessons in reading order → a lesson → its exercise and back', async ({ page }) => {
  await signIn(page, STUDENT)
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Lessons' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Lessons' })).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('link', { name: 'What a neuron is' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'What a neuron is' })).toBeVisible()
  await expect(page.locator('.katex').first()).toBeVisible()
  await page.getByRole('link', { name: 'What the weights mean' }).click()
  await expect(page.getByRole('heading', { name: 'What the weights mean' })).toBeInViewport()
  await expectAccessible(page)

  await page
    .getByRole('region', { name: 'What you do with it' })
    .getByRole('link', { name: /perceptron, by hand/ })
    .click()
  await expect(page.getByText('Its lesson:')).toBeVisible()
  await page.getByRole('link', { name: 'What a neuron is' }).click()
  await page.getByRole('link', { name: /^Next/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'From one neuron to a network' })).toBeVisible()
})

test('a lesson is downloaded as a notebook', async ({ page }) => {
  await signIn(page, STUDENT)
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Lessons' }).click()
  await page.getByRole('link', { name: 'Convolution', exact: true }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Notebook' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('convolution.ipynb')
  const notebook = JSON.parse(await readFile(await download.path(), 'utf8'))
  expect(notebook.nbformat).toBe(4)
  expect(JSON.stringify(notebook.cells)).toContain('npm:@tensorflow/tfjs')
})

test('a lesson on a phone, in the dark', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.setViewportSize({ width: 390, height: 844 })
  await signIn(page, STUDENT)
  await page
    .getByRole('link', { name: /What a neuron is/ })
    .first()
    .click()
  await page.getByText('On this page').last().click()
  await expect(page.getByRole('link', { name: 'What the weights mean' })).toBeVisible()
  // Nothing of the text may push the page sideways.
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await expectAccessible(page)
})
