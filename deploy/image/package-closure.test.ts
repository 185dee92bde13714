import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { packageClosure } from './package-closure.mjs'

let root = ''
const install = (folder: string, dependencies: Record<string, string>, optionalDependencies = {}, more = {}) => {
  mkdirSync(path.join(root, folder), { recursive: true })
  writeFileSync(
    path.join(root, folder, 'package.json'),
    JSON.stringify({ dependencies, optionalDependencies, ...more }),
  )
}
beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), 'gradus-closure-'))
  install('node_modules/app', { left: '1', '@scope/right': '1' }, { 'for-another-platform': '1' })
  install('node_modules/left', { shared: '2' })
  install('node_modules/left/node_modules/shared', {})
  install('node_modules/@scope/right', { shared: '1', app: '1' })
  install(
    'node_modules/shared',
    {},
    {},
    {
      peerDependencies: { peer: '1', 'peer-for-some': '1' },
      peerDependenciesMeta: { 'peer-for-some': { optional: true } },
    },
  )
  install('node_modules/peer', {})
  install('node_modules/peer-for-some', {})
  install('node_modules/stranger', {})
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

it('finds what is needed where Node would, each once, and nothing else', () => {
  expect(packageClosure(root, ['app']).map((folder) => path.relative(root, folder))).toEqual([
    'node_modules/@scope/right',
    'node_modules/app',
    'node_modules/left',
    'node_modules/left/node_modules/shared',
    'node_modules/peer',
    'node_modules/shared',
  ])
})

it('refuses to leave out what was named', () => {
  expect(() => packageClosure(root, ['nowhere'])).toThrow('nowhere is not installed')
})
