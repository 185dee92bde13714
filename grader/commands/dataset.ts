import { basename } from 'node:path'
import { stringify } from 'yaml'
import { type Inspection, inspectData } from '#lib/catalogue/inspect-data.ts'
import { AuthorError } from '#lib/catalogue/read-definition.ts'

const FAILED = 1

/** Looks at an author's data and prints a dataset.yaml to begin with. @returns the exit code */
export async function inspectCommand(path: string, labels: string | undefined): Promise<number> {
  try {
    const { findings, card } = await inspectData(path, labels)
    // As comments, so that the whole may be sent into a file.
    for (const finding of findings) console.log(`# ${finding}`)
    console.log(stringify(withBlanks(path, card)).trimEnd())
    return 0
  } catch (error) {
    if (!(error instanceof AuthorError)) throw error
    for (const finding of error.findings) console.error(finding)
    return FAILED
  }
}

/** What no program can know is left to be filled in. */
function withBlanks(path: string, { source, split, features, ...card }: Inspection['card']) {
  const name = basename(path)
    .replace(/\..*$/, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
  return {
    name,
    version: 1,
    title: name,
    ...card,
    features,
    split,
    synthetic: false,
    story: 'What the numbers are and how they came about.',
    origin: 'Who measured them, and where they are published.',
    licence: 'Under which licence you may hand them out.',
    source,
  }
}
