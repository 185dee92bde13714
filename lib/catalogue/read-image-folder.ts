import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Dataset, DatasetSource } from '../contract/dataset.ts'
import { decodeImage, resizeImage } from './decode-image.ts'
import { sha256 } from './keyed-hash.ts'
import { AuthorError } from './read-definition.ts'

type ImageSource = Extract<DatasetSource, { kind: 'images' }>

const PICTURE = /\.(png|jpe?g)$/i

/** A picture file of a class folder. */
export interface ImageFile {
  class: string
  /** Relative to the folder, with forward slashes. */
  path: string
  bytes: Uint8Array
}

/** Every picture of a folder of class folders, in the order of their names. */
export async function listImages(folder: string): Promise<ImageFile[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const classes = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  const files = await Promise.all(
    classes.sort().map(async (name) => {
      const pictures = (await readdir(join(folder, name))).filter((file) => PICTURE.test(file)).sort()
      return Promise.all(
        pictures.map(async (file) => ({
          class: name,
          path: `${name}/${file}`,
          bytes: await readFile(join(folder, name, file)),
        })),
      )
    }),
  )
  return files.flat()
}

/** One hash for a whole folder: of the lines `<sha256>  <path>`, as `sha256sum` writes them, sorted by path. */
export const manifestHash = (files: readonly Pick<ImageFile, 'path' | 'bytes'>[]): string =>
  sha256(
    files
      .map(({ path, bytes }) => `${sha256(bytes)}  ${path}\n`)
      .sort((a, b) => (a.slice(66) < b.slice(66) ? -1 : 1))
      .join(''),
  )

/** Pictures brought to the card's shape, and their classes. @throws AuthorError by file */
export async function readImageFolder(
  root: string,
  { name, shape, classes = [] }: Dataset,
  source: ImageSource,
): Promise<{ x: Float64Array[]; y: number[] }> {
  const path = `datasets/${name}/${source.folder}`
  const [height, width, channels] = shape
  if (!height || !width || (channels !== 1 && channels !== 3))
    throw new AuthorError([`datasets/${name}/dataset.yaml: shape: pictures need [height, width, 1 or 3]`])
  const files = await listImages(join(root, path)).catch(() => {
    throw new AuthorError([`${path}: no such folder`])
  })
  const unknown = new Set(files.map((file) => file.class).filter((label) => !classes.includes(label)))
  if (unknown.size > 0)
    throw new AuthorError([`${path}: folders ${[...unknown].join(', ')} are no classes of the card`])
  const found = manifestHash(files)
  if (found !== source.sha256)
    throw new AuthorError([`${path}: sha256 of the manifest is ${found}, the card says ${source.sha256}`])
  return {
    x: files.map((file) => pixelsOf(path, file, { height, width, channels })),
    y: files.map((file) => classes.indexOf(file.class)),
  }
}

function pixelsOf(
  folder: string,
  { path, bytes }: ImageFile,
  { height, width, channels }: { height: number; width: number; channels: 1 | 3 },
): Float64Array {
  try {
    // Whole numbers, as in any other set of pictures.
    return Float64Array.from(resizeImage(decodeImage(bytes, channels), width, height).data, Math.round)
  } catch (error) {
    throw new AuthorError([`${folder}/${path}: ${error instanceof Error ? error.message : String(error)}`])
  }
}
