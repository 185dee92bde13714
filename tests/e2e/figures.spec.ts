import type { Locator } from '@playwright/test'
import { FIGURE_HEIGHTS } from '#app/components/figures/figure-heights.ts'
import { expect, expectAccessible, signIn, test } from './watched-page.ts'

const GALLERY = '/courses/resources-deep-learning/figures'
const HEIGHTS = Object.entries(FIGURE_HEIGHTS)
/** What takes a figure one step on, whatever it is called there. */
const STEP = /^(Step|Next row|20 epochs|50 epochs|Epoch)$/

const contentHeight = (figure: Locator): Promise<number> =>
  figure
    .locator('> div > *')
    .first()
    .evaluate((element) => element.scrollHeight)

test('every figure of the lessons runs: it steps, moves by its sliders, and keeps to its place', async ({ page }) => {
  await signIn(page, 'instructor@gradus.example')
  await page.goto(GALLERY)
  await expect(page.locator('[data-figure]')).toHaveCount(HEIGHTS.length)
  for (const [name, { wide }] of HEIGHTS) {
    const figure = page.locator(`[data-figure="${name}"]`)
    await figure.scrollIntoViewIfNeeded()
    // Each figure says what it shows; the one of the learner's own network says what is missing.
    const summary = figure.getByRole('status').or(figure.getByText(/no trained network here yet/))
    await expect(summary.first(), name).not.toBeEmpty()

    const step = figure.getByRole('button', { name: STEP })
    if ((await step.count()) > 0) {
      const before = await figure.textContent()
      await step.click()
      await expect.poll(() => figure.textContent(), { message: `${name} steps` }).not.toBe(before)
      await figure.getByRole('button', { name: 'Reset' }).click()
    }
    const slider = figure.getByRole('slider').last()
    if ((await slider.count()) > 0) {
      const before = await slider.getAttribute('aria-valuetext')
      await slider.focus()
      await page.keyboard.press('ArrowRight')
      await expect(slider, `${name} by keyboard`).not.toHaveAttribute('aria-valuetext', before ?? '')
    }
    expect(await contentHeight(figure), `${name} in the place kept for it`).toBeLessThanOrEqual(wide + 2)
  }
  await expectAccessible(page)
})

test('a figure plays in view, and only steps for who asked for less motion', async ({ page }) => {
  await signIn(page, 'instructor@gradus.example')
  await page.goto(GALLERY)
  const figure = page.locator('[data-figure="optimizer-race"]')
  await figure.scrollIntoViewIfNeeded()
  await figure.getByRole('button', { name: 'Play' }).click()
  await expect(figure).toContainText(/height at step [1-9]/)
  await figure.getByRole('button', { name: 'Pause' }).click()

  await page.emulateMedia({ reducedMotion: 'reduce' })
  await expect(figure.getByRole('button', { name: 'Play' })).toHaveCount(0)
  await figure.getByRole('button', { name: 'Reset' }).click()
  await figure.getByRole('button', { name: 'Step' }).click()
  await expect(figure).toContainText('height at step 1')
})

test('figures fit a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await signIn(page, 'instructor@gradus.example')
  await page.goto(GALLERY)
  for (const [name, { narrow }] of HEIGHTS) {
    const figure = page.locator(`[data-figure="${name}"]`)
    await figure.scrollIntoViewIfNeeded()
    await expect(
      figure
        .getByRole('status')
        .or(figure.getByText(/no trained network here yet/))
        .first(),
    ).not.toBeEmpty()
    expect(await contentHeight(figure), `${name} in the place kept for it`).toBeLessThanOrEqual(narrow + 2)
  }
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow).toBeLessThanOrEqual(0)
})

test('students do not see the gallery', async ({ page }) => {
  await signIn(page, 'student@gradus.example')
  expect((await page.request.get(GALLERY)).status()).toBe(404)
})
