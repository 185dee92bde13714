import { editorText, fullSolution, openExercise, putSource, readExerciseFile } from './editor.ts'
import { expect, expectAccessible, signIn, test } from './watched-page.ts'

const STUDENT = 'student@gradus.example'
/** TensorFlow.js and a compiler are loaded, then a network is trained, on two busy cores. */
const RUN = { timeout: 120_000 }

test('Ctrl-Enter trains in the browser: curves, and no attempt', async ({ page }) => {
  await signIn(page, STUDENT)
  await openExercise(page, /Ore or waste/)
  await putSource(page, (await fullSolution('m1-ore-or-waste', [])).replace('epochs: 50', 'epochs: 5'))
  await page.locator('.monaco-editor .view-line').first().click()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Training rows only; nothing is submitted, no attempt is used.')).toBeVisible()
  await expect(page.getByText(/^Computed on (WebAssembly|plain JavaScript)/)).toBeVisible(RUN)
  await expect(page.getByRole('button', { name: 'Run in browser' })).toBeEnabled(RUN)
  await expect(page.getByRole('img', { name: /loss fell from .* over 5 epochs/ })).toBeVisible()
  await expect(page.locator('p').filter({ hasText: /of 100 points/ })).toHaveCount(0)
  await expectAccessible(page)
})

test('a by-hand exercise is tried on its visible cases', async ({ page }) => {
  await signIn(page, STUDENT)
  await openExercise(page, /perceptron, by hand/)
  await putSource(page, await readExerciseFile('m1-perceptron-rule', 'starter.ts'))
  await page.getByRole('button', { name: 'Run in browser' }).click()
  const cases = page.getByRole('region', { name: 'Visible cases' })
  await expect(cases.getByText('Wrong').first()).toBeAttached(RUN)
  await putSource(page, await readExerciseFile('m1-perceptron-rule', 'solution.ts'))
  await page.getByRole('button', { name: 'Run in browser' }).click()
  await expect(cases).toContainText(/(\d+) of \1 right/, RUN)
  await expectAccessible(page)
})

test('errors are at their line: one that the compiler finds, one that is thrown', async ({ page }) => {
  await signIn(page, STUDENT)
  await openExercise(page, /Ore or waste/)
  await putSource(page, `const broken = = 1\n${await fullSolution('m1-ore-or-waste', [])}`)
  await page.getByRole('button', { name: 'Run in browser' }).click()
  await expect(page.getByText(/at line 1/)).toBeVisible(RUN)
  await expect(page.getByText('Unexpected "="')).toBeVisible()

  const source = (await fullSolution('m1-ore-or-waste', [])).replace(
    'const sd =',
    "throw new Error('thrown on purpose')\nconst sd =",
  )
  await putSource(page, source)
  const line = (await editorText(page)).split('\n').findIndex((text) => text.includes('on purpose')) + 1
  await page.getByRole('button', { name: 'Run in browser' }).click()
  await expect(page.getByRole('button', { name: `Go to line ${line}` })).toBeVisible(RUN)
  await expect(page.getByText('Error: thrown on purpose')).toBeVisible()
})

test('a loop without an end is stopped, and what comes next runs', async ({ page }) => {
  await signIn(page, STUDENT)
  await openExercise(page, /perceptron, by hand/)
  await putSource(page, 'for (;;) {}\nexport const functions = {}')
  await page.getByRole('button', { name: 'Run in browser' }).click()
  await page.getByRole('button', { name: 'Stop' }).click(RUN)
  await expect(page.getByText('You stopped it.')).toBeVisible()
  await putSource(page, await readExerciseFile('m1-perceptron-rule', 'solution.ts'))
  await page.getByRole('button', { name: 'Run in browser' }).click()
  await expect(page.getByRole('region', { name: 'Visible cases' })).toContainText(/right/, RUN)
})

test('Ctrl-Shift-Enter submits', async ({ page }) => {
  await signIn(page, STUDENT)
  await openExercise(page, /perceptron, by hand/)
  await putSource(page, await readExerciseFile('m1-perceptron-rule', 'solution.ts'))
  await page.locator('.monaco-editor .view-line').first().click()
  await page.keyboard.press('Control+Shift+Enter')
  await expect(page.getByRole('status').filter({ hasText: /Queued|Compiling|Scoring/ })).toBeVisible()
  await expect(page.locator('p').filter({ hasText: /of 100 points.*assed$/ })).toBeVisible(RUN)
})
