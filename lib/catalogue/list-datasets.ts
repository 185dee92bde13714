import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** The name of every dataset of the catalogue. */
export async function listDatasets(root: string): Promise<string[]> {
  const folders = await readdir(join(root, 'datasets'), { withFileTypes: true })
  return folders
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
}
