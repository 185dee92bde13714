import { randomUUID } from 'node:crypto'
import type { Group } from 'h5wasm'
import { sizeOf } from '../contract/rows.ts'
import { ModelError } from './model-error.ts'

/** A block of an HDF5 file. */
export interface Hdf5Block {
  /** Through its groups: `layers/dense/vars/0`. */
  path: string
  shape: readonly number[]
  values: Float32Array
}

type Library = typeof import('h5wasm').h5wasm

/** Loaded when it is asked for: the library is 4 MB of WebAssembly. Its files lie in memory, under names of ours. */
async function open() {
  const { default: h5wasm } = await import('h5wasm')
  const { FS, activate_throwing_error_handler: throwErrors } = await h5wasm.ready
  // Errors are ours to tell: by itself the library prints them and goes on. Each costs a little of its stack, so that
  // after some two thousand damaged files it is at its end: strangers' files are read by programs that end soon.
  throwErrors()
  return { h5wasm, FS, name: `/${randomUUID()}.h5` }
}

/** An HDF5 file of these blocks. */
export async function writeHdf5(blocks: readonly Hdf5Block[]): Promise<Uint8Array> {
  const { h5wasm, FS, name } = await open()
  try {
    const file = new h5wasm.File(name, 'w')
    try {
      const made = new Map<string, Group>([['', file]])
      for (const { path, shape, values } of blocks) {
        const { parent, own } = split(path)
        groupAt(made, parent).create_dataset({ name: own, data: values, shape: [...shape], dtype: '<f' })
      }
    } finally {
      file.close()
    }
    return FS.readFile(name)
  } finally {
    FS.unlink(name)
  }
}

/** The group at the path, made with those above it where it isn't among those `made`. */
function groupAt(made: Map<string, Group>, path: string): Group {
  const known = made.get(path)
  if (known) return known
  const { parent, own } = split(path)
  const group = groupAt(made, parent).create_group(own)
  made.set(path, group)
  return group
}

/**
 * These blocks of an HDF5 file, which may be anybody's: nothing is read that has not the shape asked for.
 * @throws ModelError
 */
export async function readHdf5(
  bytes: Uint8Array,
  wanted: readonly Pick<Hdf5Block, 'path' | 'shape'>[],
): Promise<Float32Array[]> {
  const { h5wasm, FS, name } = await open()
  FS.writeFile(name, bytes)
  try {
    const file = new h5wasm.File(name, 'r')
    try {
      return wanted.map(({ path, shape }) => readBlock(h5wasm, file, path, shape))
    } finally {
      file.close()
    }
  } catch (error) {
    if (error instanceof ModelError) throw error
    throw new ModelError('Its weights cannot be read: the HDF5 file is damaged.', { cause: error })
  } finally {
    FS.unlink(name)
  }
}

function readBlock(h5wasm: Library, file: Group, path: string, shape: readonly number[]): Float32Array {
  const found = file.get(path)
  if (!(found instanceof h5wasm.Dataset)) throw new ModelError(`Its weights lack ${path}.`)
  const { shape: own, dtype } = found
  if (dtype !== '<f' || own?.join() !== shape.join())
    throw new ModelError(`Its weights have ${path} as ${String(dtype)} of shape [${own}], not float32 of [${shape}].`)
  const { value } = found
  if (!(value instanceof Float32Array) || value.length !== sizeOf(shape))
    throw new ModelError(`Its weights have no numbers at ${path}.`)
  return value
}

function split(path: string): { parent: string; own: string } {
  const at = path.lastIndexOf('/')
  return { parent: path.slice(0, Math.max(0, at)), own: path.slice(at + 1) }
}
