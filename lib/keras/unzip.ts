import { unzipSync } from 'fflate'
import { ModelError } from './model-error.ts'

/**
 * The named files of an archive that may be anybody's, each of so many bytes at most; nothing else is unpacked.
 * @throws ModelError
 */
export function unzipSome<Name extends string>(
  bytes: Uint8Array,
  limits: Readonly<Record<Name, number>>,
): Partial<Record<Name, Uint8Array>> {
  const isWanted = (name: string): name is Name => Object.hasOwn(limits, name)
  try {
    return unzipSync(bytes, {
      filter({ name, originalSize }) {
        if (!isWanted(name)) return false
        if (originalSize > limits[name])
          throw new ModelError(`Its ${name} unpacks to ${originalSize} bytes; at most ${limits[name]} are read.`)
        return true
      },
    }) as Partial<Record<Name, Uint8Array>>
  } catch (error) {
    if (error instanceof ModelError) throw error
    throw new ModelError('It is not an archive, or a damaged one.', { cause: error })
  }
}
