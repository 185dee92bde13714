import type { Page } from '@playwright/test'
import { expect, expectAccessible, signIn, test } from './watched-page.ts'

const STUDENT = 'student@gradus.example'
const RUN = { timeout: 120_000 }

const cell = (page: Page, number: number) => page.locator(`#cell-${number}`)
const runButton = (page: Page, number: number) => cell(page, number).getByRole('button', { name: 'Run', exact: true })

test('cells are a notebook: run in order, share what they declare, show values and plots', async ({ page }) => {
  await signIn(page, STUDENT)
  const goTo = page.getByPlaceholder('Go to an exercise, a lesson or a page')
  // The page hears keys once its scripts have come.
  await expect(async () => {
    await page.keyboard.press('Control+k')
    await expect(goTo).toBeVisible({ timeout: 2_000 })
  }).toPass()
  await goTo.fill('scratch')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Scratchpad' })).toBeVisible()

  await page.getByLabel('Code cell-1').fill('const rate: number = 0.5\nfunction half(x: number) { return x * rate }')
  await page.getByLabel('Code cell-2').fill("print('half of 8 is', half(8))\ntf.tensor([[1, 2], [3, 4]])")
  await runButton(page, 2).click()
  await expect(cell(page, 2).getByRole('region', { name: 'Output' })).toContainText('half of 8 is 4', RUN)
  await expect(cell(page, 2)).toContainText('Tensor float32 [2, 2]')
  await expect(cell(page, 1)).toContainText('[1]')
  await expect(cell(page, 2)).toContainText('[2]')

  await page.getByRole('button', { name: 'Add a cell' }).click()
  await page.getByLabel('Code cell-3').fill(`plot.line({ loss: [3, 2, 1], valLoss: [3, 2.5, 2.4] }, { title: 'Loss' })
plot.scatter([[0, 1], [1, 2], [2, 0]], { colour: ['ore', 'waste', 'ore'], title: 'Rows' })
plot.bars(['a', 'b'], [1, 4], { title: 'Bars' })
plot.image([[0, 1], [1, 0]], { title: 'Image' })`)
  await page.getByLabel('Code cell-3').press('Shift+Enter')
  await expect(page.getByRole('img', { name: /^Loss\. loss falls from 3 to 1/ })).toBeVisible(RUN)
  await expect(page.getByRole('img', { name: /^Rows\. 3 points: 2 of ore, 1 of waste/ })).toBeVisible()
  await expect(page.getByRole('img', { name: /^Bars\. 2 bars, the highest b with 4/ })).toBeVisible()
  await expect(page.getByRole('img', { name: /^Image\. Image of 2 × 2 pixels/ })).toBeVisible()
  await expectAccessible(page)
  await cell(page, 3).getByRole('button', { name: 'As a table' }).first().click()
  await expect(page.getByRole('row').filter({ hasText: 'valLoss' })).toBeVisible()

  // What a cell above declares is changed: the cell below takes it anew.
  await page.getByLabel('Code cell-1').fill('const half = (x: number) => x / 4')
  await expect(cell(page, 1)).toContainText('Changed since it ran')
  await runButton(page, 2).click()
  await expect(cell(page, 2)).toContainText('half of 8 is 2', RUN)

  await page.reload()
  await expect(page.getByLabel('Code cell-3')).toHaveValue(/plot\.bars/)
})

test('a network trains in a cell', async ({ page }) => {
  await signIn(page, STUDENT)
  await page.goto('/scratch')
  await page
    .getByLabel('Code cell-1')
    .fill(`const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [1] })] })
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' })
const { history } = await model.fit(tf.tensor([[1], [2]]), tf.tensor([[2], [4]]), { epochs: 100, verbose: 0 })
print(history.loss[99] < history.loss[0])`)
  await page.getByLabel('Code cell-1').press('Control+Enter')
  await expect(cell(page, 1).getByRole('region', { name: 'Output' })).toContainText('true', RUN)
})

test('an error is told at its line, and ends what was to come', async ({ page }) => {
  await signIn(page, STUDENT)
  await page.goto('/scratch')
  await page.getByLabel('Code cell-1').fill('interface Row { a: number }\nconst x = 1\nx.y.z')
  await runButton(page, 2).click()
  await expect(cell(page, 1).getByRole('alert')).toContainText('Line 3: TypeError', RUN)
  await expect(cell(page, 2).getByRole('region', { name: 'Output' })).toHaveCount(0)

  await page.getByLabel('Code cell-1').fill('const y = (')
  await runButton(page, 1).click()
  await expect(cell(page, 1).getByRole('alert')).toContainText('Line 1: Unexpected end of file', RUN)
  await expectAccessible(page)
})

test('a loop without an end is stopped; what was declared is gone, and comes back as needed', async ({ page }) => {
  await signIn(page, STUDENT)
  await page.goto('/scratch')
  await page.getByLabel('Code cell-1').fill('const seven = 7')
  await page.getByLabel('Code cell-2').fill('for (;;) {}')
  await runButton(page, 2).click()
  await expect(cell(page, 2).getByText('Running', { exact: true })).toBeVisible(RUN)
  await cell(page, 2).getByRole('button', { name: 'Stop' }).click()
  await expect(cell(page, 2)).toContainText('Stopped')
  await page.getByLabel('Code cell-2').fill('seven * 6')
  await runButton(page, 2).click()
  await expect(cell(page, 2).getByRole('region', { name: 'Output' })).toContainText('42', RUN)
})

test('on a phone, and in the dark', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.setViewportSize({ width: 390, height: 844 })
  await signIn(page, STUDENT)
  await page.goto('/scratch')
  await cell(page, 2).getByRole('button', { name: 'Run all' }).click()
  await expect(page.getByRole('img', { name: /^Two activations/ })).toBeVisible(RUN)
  await expectAccessible(page)
})
