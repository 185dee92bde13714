import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { AuthorError, readText } from './read-definition.ts'

/** What only authors see of an exercise. */
export interface AuthorFiles {
  solution: string
  /** mistakes/*.ts: wrong ways that learners take, each named by its file. */
  mistakes: { name: string; source: string }[]
}

/** @throws AuthorError when there is no solution or no mistake. */
export async function readAuthorFiles(root: string, slug: string): Promise<AuthorFiles> {
  const folder = `exercises/${slug}`
  const names = (await readdir(join(root, folder, 'mistakes')).catch(() => [])).filter((name) => name.endsWith('.ts'))
  if (names.length === 0) throw new AuthorError([`${folder}/mistakes: needs at least one wrong solution`])
  return {
    solution: await readText(root, `${folder}/solution.ts`),
    mistakes: await Promise.all(
      names.sort().map(async (file) => ({
        name: file.slice(0, -'.ts'.length),
        source: await readText(root, `${folder}/mistakes/${file}`),
      })),
    ),
  }
}
