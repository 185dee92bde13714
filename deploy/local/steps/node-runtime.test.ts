import { expect, it } from 'vitest'
import { isSupported } from '#deploy/local/steps/node-runtime.mjs'

it.each([
  ['20.20.2', false],
  ['22.17.1', false],
  ['22.18.0', true],
  ['23.5.0', false],
  ['24.0.0', true],
  ['25.1.0', false],
])('Node %s is taken as it is: %s', (version, supported) => expect(isSupported(version)).toBe(supported))
