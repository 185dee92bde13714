import { join } from 'node:path'
import { compileFunction } from 'node:vm'
import { build } from 'esbuild'
import { AuthorError } from './read-definition.ts'

/**
 * Runs a TypeScript module of this repository (a generator, cases, a solution) and gives its exports. For authors' files
 * only: it runs with everything this process may do. Bundled, because such a module may import its neighbours.
 * @param path relative to `root`
 * @throws AuthorError when it can't be compiled or throws while it is loaded
 */
export async function importTrusted(root: string, path: string): Promise<Record<string, unknown>> {
  const built = await build({
    entryPoints: [join(root, path)],
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    logLevel: 'silent',
  }).catch((error: Error) => {
    throw new AuthorError([`${path}: ${error.message}`])
  })
  const code = built.outputFiles[0]?.text ?? ''
  const module: { exports: Record<string, unknown> } = { exports: {} }
  try {
    compileFunction(code, ['module', 'exports'], { filename: path })(module, module.exports)
  } catch (error) {
    throw new AuthorError([`${path}: ${error instanceof Error ? error.message : String(error)}`])
  }
  return module.exports
}
