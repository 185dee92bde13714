import { Dataset } from '../contract/dataset.ts'
import { AuthorError, readDefinition } from './read-definition.ts'

/**
 * Parses datasets/<name>/dataset.yaml.
 * @throws AuthorError by file and field
 */
export async function readDataset(root: string, name: string): Promise<Dataset> {
  const path = `datasets/${name}/dataset.yaml`
  const dataset = await readDefinition(root, path, Dataset)
  if (dataset.name !== name) throw new AuthorError([`${path}: name: is ${dataset.name}, but the folder is ${name}`])
  return dataset
}
