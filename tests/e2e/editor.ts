import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { findExports } from '#app/courses/[course]/exercises/[exercise]/editor/find-exports.ts'
import { expect } from './watched-page.ts'

interface EditorWindow {
  monaco: {
    editor: {
      getEditors(): {
        getModel(): { setValue(text: string): void; getValue(): string } | null
        focus(): void
        setPosition(at: { lineNumber: number; column: number }): void
      }[]
    }
  }
}

export const readExerciseFile = (slug: string, file: string): Promise<string> =>
  readFile(`exercises/${slug}/${file}`, 'utf8')

export async function openExercise(page: Page, title: string | RegExp): Promise<void> {
  await page.getByRole('link', { name: title }).first().click()
  await expect(page.locator('.monaco-editor .view-line').first()).toBeVisible({ timeout: 60_000 })
}

export const editorText = (page: Page): Promise<string> =>
  page.evaluate(() => (window as unknown as EditorWindow).monaco.editor.getEditors()[0]?.getModel()?.getValue() ?? '')

/** A whole file at once, as pasted over everything that isn't locked. */
export async function putSource(page: Page, source: string): Promise<void> {
  await page.evaluate(
    (text) => (window as unknown as EditorWindow).monaco.editor.getEditors()[0]?.getModel()?.setValue(text),
    source,
  )
}

/** The solution, with the statements that the exercise locks taken from its starter. */
export async function fullSolution(slug: string, locked: readonly string[]): Promise<string> {
  const [solution, starter] = [await readExerciseFile(slug, 'solution.ts'), await readExerciseFile(slug, 'starter.ts')]
  const statements = findExports(starter).filter(({ name }) => locked.includes(name))
  return [solution, ...statements.map(({ from, to }) => starter.slice(from, to))].join('\n')
}

/** Puts the cursor at the end of the first line that holds `needle` and types as a person does. */
export async function typeAfter(page: Page, needle: string, text: string): Promise<void> {
  const lines = (await editorText(page)).split('\n')
  const at = lines.findIndex((line) => line.includes(needle))
  expect(at, `a line with ${needle}`).toBeGreaterThanOrEqual(0)
  await page.evaluate(
    ([lineNumber, column]) => {
      const editor = (window as unknown as EditorWindow).monaco.editor.getEditors()[0]
      editor?.setPosition({ lineNumber: lineNumber ?? 1, column: column ?? 1 })
      editor?.focus()
    },
    [at + 1, (lines[at]?.length ?? 0) + 1],
  )
  await page.keyboard.type(text)
}
