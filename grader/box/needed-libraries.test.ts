import { expect, it } from 'vitest'
import { neededLibraries, parseLdd } from './needed-libraries.ts'

it('reads what ldd prints', () => {
  const output = [
    '\tlinux-vdso.so.1 (0x00007f95c64fc000)',
    '\tlibdl.so.2 => /lib/x86_64-linux-gnu/libdl.so.2 (0x00007f95c64e6000)',
    '\tlibnode.so.127 => not found',
    '\t/lib64/ld-linux-x86-64.so.2 (0x00007f95c64fe000)',
  ].join('\n')
  expect(parseLdd(output)).toEqual(['/lib/x86_64-linux-gnu/libdl.so.2', '/lib64/ld-linux-x86-64.so.2'])
})

it("finds this Node's own", async () => {
  expect(await neededLibraries(process.execPath)).toContainEqual(expect.stringMatching(/\/libc\.so/))
})
