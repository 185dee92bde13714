import { unzipSync } from 'fflate'
import { sizeOf } from '../contract/rows.ts'
import { AuthorError } from './read-definition.ts'

/** An array as numpy saves it: row-major numbers. */
export interface NumpyArray {
  shape: number[]
  data: Float64Array
}

/** The element types that datasets come in; all little-endian. */
const READERS: Record<string, { bytes: number; read: (view: DataView, at: number) => number }> = {
  '|u1': { bytes: 1, read: (view, at) => view.getUint8(at) },
  '|i1': { bytes: 1, read: (view, at) => view.getInt8(at) },
  '|b1': { bytes: 1, read: (view, at) => view.getUint8(at) },
  '<u2': { bytes: 2, read: (view, at) => view.getUint16(at, true) },
  '<i2': { bytes: 2, read: (view, at) => view.getInt16(at, true) },
  '<i4': { bytes: 4, read: (view, at) => view.getInt32(at, true) },
  '<i8': { bytes: 8, read: (view, at) => Number(view.getBigInt64(at, true)) },
  '<f4': { bytes: 4, read: (view, at) => view.getFloat32(at, true) },
  '<f8': { bytes: 8, read: (view, at) => view.getFloat64(at, true) },
}

const MAGIC = [0x93, ...new TextEncoder().encode('NUMPY')]

/**
 * Reads a .npy file, versions 1 to 3: magic, header length, a Python dictionary, the numbers.
 * @param path named in errors
 * @throws AuthorError
 */
export function readNpy(path: string, bytes: Uint8Array): NumpyArray {
  const fail = (what: string): never => {
    throw new AuthorError([`${path}: ${what}`])
  }
  if (MAGIC.some((byte, i) => bytes[i] !== byte) || bytes.length < 12) fail('is no .npy file')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const [start, length] = bytes[6] === 1 ? [10, view.getUint16(8, true)] : [12, view.getUint32(8, true)]
  const header = new TextDecoder('latin1').decode(bytes.subarray(start, start + length))
  const [, type = ''] = /'descr':\s*'([^']+)'/.exec(header) ?? []
  const [, order = ''] = /'fortran_order':\s*(True|False)/.exec(header) ?? []
  const [, axes] = /'shape':\s*\(([^)]*)\)/.exec(header) ?? []
  const reader = READERS[type]
  if (!reader) return fail(`holds ${type || 'records'}; convert it to one of ${Object.keys(READERS).join(', ')}`)
  if (order !== 'False') return fail('is in Fortran order; save np.ascontiguousarray(…) of it')
  const shape = (axes ?? '').split(',').flatMap((axis) => (axis.trim() === '' ? [] : [Number(axis)]))
  const count = sizeOf(shape)
  const from = start + length
  if (bytes.length - from !== count * reader.bytes)
    fail(`${bytes.length - from} bytes for ${count} numbers of ${reader.bytes} bytes each`)
  const data = Float64Array.from({ length: count }, (_, i) => reader.read(view, from + i * reader.bytes))
  if (!data.every(Number.isFinite)) fail('holds a value that is no number')
  return { shape, data }
}

/**
 * Reads a .npz archive.
 * @returns the array of a name in it
 * @throws AuthorError
 */
export function readNpz(path: string, bytes: Uint8Array): (name: string) => NumpyArray {
  const files = unzip(path, bytes)
  return (name) => {
    const file = files[`${name}.npy`]
    if (file) return readNpy(`${path}: ${name}`, file)
    throw new AuthorError([`${path}: has no array ${name}; it holds ${npzNames(files).join(', ')}`])
  }
}

/** Names of the arrays in a .npz archive. @throws AuthorError */
export const listNpz = (path: string, bytes: Uint8Array): string[] => npzNames(unzip(path, bytes))

const npzNames = (files: Record<string, Uint8Array>) => Object.keys(files).map((file) => file.replace(/\.npy$/, ''))

function unzip(path: string, bytes: Uint8Array): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes)
  } catch {
    throw new AuthorError([`${path}: is no .npz archive`])
  }
}
