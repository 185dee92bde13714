import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { gpuNames } from './gpu-names.mjs'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'gradus-gpus-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('reads the model of each GPU', () => {
  for (const [bus, text] of [
    ['0000:01:00.0', 'Model: \t\t NVIDIA H100 PCIe\nIRQ:   \t\t 51\n'],
    ['0000:02:00.0', 'IRQ: 52\n'],
  ] as const) {
    mkdirSync(path.join(folder, bus))
    writeFileSync(path.join(folder, bus, 'information'), text)
  }
  expect(gpuNames(folder).sort()).toEqual(['0000:02:00.0', 'NVIDIA H100 PCIe'])
})

it('names none where there is no driver', () => expect(gpuNames(path.join(folder, 'nowhere'))).toEqual([]))
