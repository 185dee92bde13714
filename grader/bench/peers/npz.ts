import { zipSync } from 'fflate'
import { bytesOf, type Rows } from '#lib/contract/rows.ts'

/** The header of a .npy file is padded to a multiple of so many bytes. */
const ALIGNMENT = 64
const PREAMBLE_BYTES = 10

/** Arrays of 32-bit floats as numpy's `savez` writes them. */
export const writeNpz = (arrays: Record<string, Rows>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(arrays).map(([name, rows]) => [`${name}.npy`, writeNpy(rows)])), {
    level: 0,
  })

/** Version 1 of https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html */
function writeNpy(rows: Rows): Uint8Array {
  const shape = rows.shape.length === 1 ? `${rows.shape[0]},` : rows.shape.join(', ')
  const dictionary = `{'descr': '<f4', 'fortran_order': False, 'shape': (${shape}), }`
  const bytes = Math.ceil((PREAMBLE_BYTES + dictionary.length + 1) / ALIGNMENT) * ALIGNMENT
  const header = `${dictionary.padEnd(bytes - PREAMBLE_BYTES - 1)}\n`
  const preamble = [0x93, ...Buffer.from('NUMPY'), 1, 0, header.length & 0xff, header.length >> 8]
  return Buffer.concat([Buffer.from(preamble), Buffer.from(header, 'latin1'), bytesOf(rows)])
}
