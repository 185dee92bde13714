import { readFile } from 'node:fs/promises'
import { expect, expectAccessible, PASSWORD, signIn, test } from './watched-page.ts'

const COURSE = '/courses/resources-deep-learning'

test('an instructor sees the cohort, one student’s way, a submission with its curves, and exports the gradebook', async ({
  page,
}) => {
  await signIn(page, 'instructor@gradus.example')
  await page.goto(`${COURSE}/cohort`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const grid = page.getByRole('region', { name: 'Scores' })
  await expect(grid.getByRole('row')).not.toHaveCount(0)
  await expect(grid).toContainText('demo')
  await expectAccessible(page)

  await grid
    .getByRole('link', { name: /Adaeze/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Adaeze')
  await expectAccessible(page)

  await page.locator(`a[href*="/submissions/"]`).first().click()
  await expect(page.getByRole('tab', { name: 'Passport' })).toBeVisible()
  await page.getByRole('tab', { name: 'Passport' }).click()
  await expect(page.getByText(/libtensorflow/i).first()).toBeVisible()
  await expectAccessible(page)

  await page.goto(`${COURSE}/gradebook`)
  await expectAccessible(page)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Export CSV' }).click(),
  ])
  const csv = await readFile(await download.path(), 'utf8')
  expect(csv.split('\n').length).toBeGreaterThan(12)
  expect(csv).toContain('Adaeze Quarrie')
})

test('an instructor sees names on the board, a student does not', async ({ page }) => {
  const board = `${COURSE}/exercises/m1-wine-first-network/board`
  await signIn(page, 'instructor@gradus.example')
  await page.goto(board)
  await expect(page.getByText('Adaeze Quarrie').first()).toBeVisible()
  await page.context().clearCookies()
  await signIn(page, 'student@gradus.example')
  await page.goto(board)
  await expect(page.getByRole('table').first()).toBeVisible()
  await expect(page.getByText('Adaeze Quarrie')).toHaveCount(0)
})

test('an admin adds a person, enrols and deactivates them, changes an assignment, and sees the machinery', async ({
  page,
}) => {
  const email = `newcomer-${Date.now()}@gradus.example`
  await signIn(page, 'admin@gradus.example')
  await page.goto('/admin/people')
  await expectAccessible(page)
  await page.getByRole('button', { name: /Add/ }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name', { exact: true }).fill('New Comer')
  await dialog.getByLabel('E-mail').fill(email)
  await dialog.getByLabel('Initial password').fill(`${PASSWORD}-of-newcomer`)
  await dialog.locator('button[type=submit]').click()
  await expect(dialog).toBeHidden()
  await page.getByLabel('Name or e-mail').fill(email)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('row').filter({ hasText: email })).toBeVisible()

  await page.getByRole('button', { name: 'Deactivate New Comer' }).click()
  await page.getByRole('alertdialog').or(page.getByRole('dialog')).getByRole('button', { name: 'Deactivate' }).click()
  await expect(page.getByRole('button', { name: 'Reactivate New Comer' })).toBeVisible()

  await page.goto('/admin/courses')
  await expectAccessible(page)
  await page
    .getByRole('link', { name: /Deep learning for the resources industry/ })
    .first()
    .click()
  await expect(page.getByText('Digits with few parameters').first()).toBeVisible()
  await expectAccessible(page)

  await page.goto('/admin/machinery')
  await expect(page.getByText(/libtensorflow|TensorFlow/).first()).toBeVisible()
  await expectAccessible(page)
  await page.goto('/admin/audit')
  await expect(page.getByText(/New Comer|newcomer/).first()).toBeVisible()
})

test('what exists and isn’t theirs is not found', async ({ page }) => {
  await signIn(page, 'student@gradus.example')
  for (const path of ['/admin/people', `${COURSE}/cohort`, `${COURSE}/gradebook`]) {
    const response = await page.request.get(path)
    expect(response.status(), path).toBe(404)
  }
})
