import { expect, test } from '@playwright/test'

// Not watched: signing in elsewhere is a request to another origin, and the provider's pages are not ours.
test('somebody signs in with the account of their school, and sees that they are in no course yet', async ({
  page,
}) => {
  await page.goto('/signin')
  await page.getByRole('button', { name: 'Continue with School account' }).click()
  await page.locator('input[name=login]').fill('grace')
  await page.locator('input[name=password]').fill('anything')
  await page.getByRole('button', { name: /sign-in/i }).click()
  await page.getByRole('button', { name: /continue/i }).click()
  await expect(page).toHaveURL('/')
  await expect(page.getByRole('button', { name: /Person grace/ })).toBeVisible()
  await expect(page.getByText('You are not in a course yet')).toBeVisible()
})
