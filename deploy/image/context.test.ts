import { existsSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'
import { expect, it } from 'vitest'
import { inRoot, root } from '../local/kit/paths.mjs'
import { isDeadWeight, PACKAGES } from './context.mjs'

/** Everything that the image's programs import from packages, by the names they are imported by. */
async function importedNames(): Promise<string[]> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: ['grader/cli.ts', 'grader/trainer/main.ts', 'deploy/image/health.mjs'],
    bundle: true,
    write: false,
    outdir: 'out',
    platform: 'node',
    format: 'esm',
    packages: 'external',
    metafile: true,
    logLevel: 'silent',
  })
  const imports = Object.values(metafile.outputs).flatMap((output) => output.imports)
  return [...new Set(imports.filter(({ external }) => external).map((one) => one.path))].filter(
    (name) => !name.startsWith('node:'),
  )
}

const packageOf = (name: string) => name.split('/', name.startsWith('@') ? 2 : 1).join('/')

it('has every package that the grader imports', async () => {
  const names = await importedNames()
  expect(names).toContain('pg-boss')
  expect(names.map(packageOf).filter((name) => !PACKAGES.includes(name))).toEqual([])
})

it('leaves no file out that is imported by its own name', async () => {
  const files = (await importedNames()).filter((name) => existsSync(inRoot('node_modules', name)) && path.extname(name))
  expect(files).not.toEqual([])
  expect(files.filter(isDeadWeight)).toEqual([])
})
