import type { Page } from '@playwright/test'
import { editorText } from './editor.ts'
import { expect, expectAccessible, signIn, test } from './watched-page.ts'

const STUDENT = 'student@gradus.example'
const LEARNT_LOSS = 0.15

const loss = async (page: Page, name: 'Training loss' | 'Test loss'): Promise<number> =>
  Number.parseFloat(
    (await page.getByRole('heading', { name, exact: true }).locator('xpath=following-sibling::p').textContent()) ?? '',
  )
const epoch = async (page: Page): Promise<number> =>
  Number((await page.getByTestId('epoch').textContent())?.replaceAll(',', ''))

async function open(page: Page, query = ''): Promise<void> {
  await page.goto(`/playground${query}`)
  await expect(page.getByRole('button', { name: 'Train', exact: true })).toBeVisible()
}

test('from the course to the playground, which learns XOR while one watches', async ({ page }) => {
  await signIn(page, STUDENT)
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Playground' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Playground' })).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Step' }).click()
  await expect.poll(() => epoch(page)).toBe(1)
  await page.getByRole('button', { name: 'Train', exact: true }).click()
  await expect.poll(() => loss(page, 'Test loss'), { timeout: 120_000 }).toBeLessThan(LEARNT_LOSS)
  await page.getByRole('button', { name: 'Pause' }).click()
  await expect(page.getByRole('status').filter({ hasText: /Epoch \d+: training loss/ })).toBeAttached()
  const stopped = await epoch(page)
  await page.getByRole('button', { name: 'Step' }).click()
  await expect.poll(() => epoch(page)).toBe(stopped + 1)
  await page.getByRole('button', { name: 'Reset' }).click()
  await expect.poll(() => epoch(page)).toBe(0)
})

test('what is set survives a reload, and is what another person sees', async ({ page }) => {
  await signIn(page, STUDENT)
  await open(page)
  await page.getByRole('button', { name: 'Spiral' }).click()
  await page.getByRole('button', { name: 'Add a layer' }).click()
  await page.getByRole('button', { name: 'Add a unit to hidden layer 3' }).click()
  await page.getByRole('button', { name: 'Feature sin x₁' }).click()
  await page.getByLabel('Activation').selectOption('ReLU')
  await page.getByLabel('Optimiser').selectOption('Adam')
  await page.getByLabel('Batch normalisation').selectOption('On')
  await page.getByLabel('Show test points').check()
  await expect(page).toHaveURL(/data=spiral/)
  await expect(page).toHaveURL(/layers=4\.2\.5/)
  await expect(page).toHaveURL(/test=1/)
  const address = page.url()
  await page.reload()
  await expect(page.getByRole('button', { name: 'Layer 3, unit 5' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Feature sin x₁' })).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByRole('button', { name: 'Spiral' })).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByLabel('Optimiser')).toHaveValue('adam')
  await expect(page.getByLabel('Show test points')).toBeChecked()
  expect(page.url()).toBe(address)
  await expectAccessible(page)
})

test('a weight set by hand changes the loss, and a unit of a network can be reached by keyboard', async ({ page }) => {
  await signIn(page, STUDENT)
  await open(page, '?layers=2')
  const before = await loss(page, 'Test loss')
  await page.getByRole('button', { name: 'Layer 1, unit 2' }).focus()
  await page.keyboard.press('Enter')
  const weights = page.getByRole('region', { name: 'Weights: Layer 1, unit 2' })
  await expect(weights.getByRole('textbox')).toHaveCount(3)
  await page.getByRole('button', { name: 'Output', exact: true }).click()
  await page.getByRole('region', { name: 'Weights: Output' }).getByLabel('bias').fill('4')
  await expect.poll(() => loss(page, 'Test loss')).toBeGreaterThan(before + 0.5)
})

test('a rate that is too high is said, and a story puts everything in its place', async ({ page }) => {
  await signIn(page, STUDENT)
  await open(page, '?data=plane&rate=10&activation=linear')
  await page.getByRole('button', { name: 'Train', exact: true }).click()
  await expect(page.getByText('the weights ran away')).toBeVisible({ timeout: 60_000 })
  await page.getByRole('button', { name: 'One neuron cannot do XOR' }).click()
  await expect(page.getByText('the weights ran away')).toHaveCount(0)
  await expect(page.getByText('0 hidden layers')).toBeVisible()
  await expect.poll(() => epoch(page)).toBe(0)
})

test('the network becomes code in the exercise on the same points, and Undo brings the draft back', async ({
  page,
}) => {
  await signIn(page, STUDENT)
  await open(page, '?layers=6&init=heNormal')
  await page.getByRole('button', { name: 'Show as TypeScript' }).click()
  const dialog = page.getByRole('dialog', { name: 'This network in TypeScript' })
  await expect(dialog.getByText("units: 6, activation: 'tanh', kernelInitializer: 'heNormal'")).toBeVisible()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: /Open in/ }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Open in the editor' }).click()
  await expect(page).toHaveURL(/m1-xor-hidden-layer/)
  await expect.poll(() => editorText(page), { timeout: 60_000 }).toContain("kernelInitializer: 'heNormal'")
  const source = await editorText(page)
  expect(source).toContain("export const training: TrainingConfig = { optimizer: 'adam', learningRate: 0.03")
  await expect.poll(() => typeErrors(page), { timeout: 60_000 }).toEqual([])
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => editorText(page)).not.toContain('heNormal')
})

test('dark, on a phone, with less motion', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  await page.setViewportSize({ width: 390, height: 844 })
  await signIn(page, STUDENT)
  await open(page)
  const tops = await Promise.all(
    ['Data', 'Network', 'Output'].map(async (name) =>
      page.getByRole('region', { name, exact: true }).evaluate((element) => element.getBoundingClientRect().top),
    ),
  )
  expect(tops).toEqual(tops.toSorted((a, b) => a - b))
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await page.getByRole('button', { name: 'Train', exact: true }).click()
  await expect.poll(() => epoch(page), { timeout: 60_000 }).toBeGreaterThan(5)
  await page.getByRole('button', { name: 'Pause' }).click()
  await expectAccessible(page)
})

interface MarkedWindow {
  monaco: { editor: { getModelMarkers(filter: object): { severity: number; message: string }[] } }
}
/** What the editor's TypeScript has against the file; 8 is Monaco's word for an error. */
const typeErrors = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    (window as unknown as MarkedWindow).monaco.editor
      .getModelMarkers({})
      .filter(({ severity }) => severity === 8)
      .map(({ message }) => message),
  )
