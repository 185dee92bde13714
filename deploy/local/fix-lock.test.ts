import { describe, expect, it } from 'vitest'
import { packagesWithAddress, restorePlatformPackages } from '#deploy/local/fix-lock.mjs'

const lockWith = (packages: Parameters<typeof restorePlatformPackages>[0]['packages']) => ({ packages })

describe('restorePlatformPackages', () => {
  it('puts back what belongs to another platform, with system and processor', () => {
    const { lock, added } = restorePlatformPackages(
      lockWith({
        'node_modules/tool': {
          version: '1.0.0',
          dev: true,
          optionalDependencies: { '@tool/darwin-arm64': '1.0.0', '@tool/linux-x64': '1.0.0' },
        },
        'node_modules/@tool/linux-x64': { version: '1.0.0' },
      }),
    )
    expect(added).toEqual(['node_modules/@tool/darwin-arm64'])
    expect(lock.packages['node_modules/@tool/darwin-arm64']).toEqual({
      version: '1.0.0',
      dev: true,
      optional: true,
      os: ['darwin'],
      cpu: ['arm64'],
    })
  })

  it.each([
    ['windows-64 bit', '@x/windows-x64', { os: ['win32'], cpu: ['x64'] }],
    ['wasm has a processor only', '@x/wasm32-wasi', { cpu: ['wasm32'] }],
    ['an arm without a number', '@x/linux-arm-gnueabihf', { os: ['linux'], cpu: ['arm'] }],
  ])('%s', (_, name, platform) => {
    const { lock } = restorePlatformPackages(
      lockWith({ 'node_modules/t': { optionalDependencies: { [name]: '2.1.0' } } }),
    )
    expect(lock.packages[`node_modules/${name}`]).toEqual({ version: '2.1.0', optional: true, ...platform })
  })

  it('leaves an optional package alone that belongs to no platform', () => {
    const packages = { 'node_modules/t': { optionalDependencies: { 'nice-to-have': '^1.0.0' } } }
    expect(restorePlatformPackages(lockWith(packages)).added).toEqual([])
  })

  it('finds a package that is locked beside its dependant', () => {
    const packages = {
      'node_modules/a/node_modules/b': { optionalDependencies: { 'b-linux-x64': '1.0.0' } },
      'node_modules/a/node_modules/b-linux-x64': { version: '1.0.0' },
    }
    expect(restorePlatformPackages(lockWith(packages)).added).toEqual([])
  })
})

it('names the packages whose lock entry holds an address', () => {
  const packages = { 'node_modules/a': { resolved: 'https://registry.example/a.tgz' }, 'node_modules/b': {} }
  expect(packagesWithAddress(lockWith(packages))).toEqual(['node_modules/a'])
})
