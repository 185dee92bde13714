import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import type { Dataset, DatasetSource } from '../contract/dataset.ts'
import { type Rows, sizeOf } from '../contract/rows.ts'
import { sha256 } from './keyed-hash.ts'
import { AuthorError } from './read-definition.ts'
import { readImageFolder } from './read-image-folder.ts'
import { type NumpyArray, readNpy, readNpz } from './read-numpy.ts'
import { windowsOf } from './read-series.ts'

/** All rows of a dataset, before they are dealt: x as in the card, y one number a row. */
export interface Table {
  x: Rows
  y: Rows
}

/** The whole of a dataset that comes as files. @throws AuthorError */
export async function readSource(
  root: string,
  card: Dataset,
  source: Exclude<DatasetSource, { kind: 'generator' }>,
): Promise<Table> {
  const folder = `datasets/${card.name}`
  switch (source.kind) {
    case 'csv':
      return readCsv(card, `${folder}/${source.file}`, await readChecked(root, folder, source), source.target)
    case 'series': {
      const [header = [], ...records] = parse(await readChecked(root, folder, source)) as string[][]
      const path = `${folder}/${source.file}`
      const { x, y } = windowsOf(card, path, { header, records }, source)
      return tableOf(card, path, x, y)
    }
    case 'idx':
      return readIdxPair(
        card,
        folder,
        gunzipSync(await readChecked(root, folder, source.images)),
        gunzipSync(await readChecked(root, folder, source.labels)),
      )
    case 'npz': {
      const path = `${folder}/${source.file}`
      const arrays = readNpz(path, await readChecked(root, folder, source))
      return numpyTable(card, folder, arrays(source.x), arrays(source.y))
    }
    case 'npy': {
      const read = async (wanted: typeof source.x) =>
        readNpy(`${folder}/${wanted.file}`, await readChecked(root, folder, wanted))
      return numpyTable(card, folder, await read(source.x), await read(source.y))
    }
    case 'images': {
      const pictures = await readImageFolder(root, card, source)
      return tableOf(card, `${folder}/${source.folder}`, pictures.x, pictures.y)
    }
    default:
      return source satisfies never
  }
}

/** Arrays of any shape whose rows have as many numbers as the card's: (n, 784) will do for 28 × 28 × 1. */
function numpyTable(card: Dataset, path: string, x: NumpyArray, y: NumpyArray): Table {
  const count = x.shape[0] ?? 0
  const width = sizeOf(card.shape)
  if (x.data.length !== count * width)
    throw new AuthorError([`${path}: rows of shape [${x.shape.slice(1)}], the card says [${card.shape}]`])
  const rows = Array.from({ length: count }, (_, row) => x.data.subarray(row * width, (row + 1) * width))
  return tableOf(card, path, rows, [...y.data])
}

async function readChecked(root: string, folder: string, wanted: { file: string; sha256: string }): Promise<Buffer> {
  const path = `${folder}/${wanted.file}`
  const bytes = await readFile(join(root, path)).catch(() => {
    throw new AuthorError([`${path}: no such file`])
  })
  const found = sha256(bytes)
  if (found !== wanted.sha256) throw new AuthorError([`${path}: sha256 is ${found}, the card says ${wanted.sha256}`])
  return bytes
}

function readCsv(card: Dataset, path: string, bytes: Buffer, target: string): Table {
  const [header = [], ...records] = parse(bytes) as string[][]
  const at = header.indexOf(target)
  const names = header.filter((_, i) => i !== at)
  if (at < 0) throw new AuthorError([`${path}: has no column ${target}`])
  if (names.join() !== card.features.map((feature) => feature.name).join())
    throw new AuthorError([`${path}: its columns are ${names.join(', ')}; the card's features differ`])
  const numbers = records.map((record, row) =>
    record.map((text, column) => {
      const value = Number(text)
      if (text.trim() === '' || !Number.isFinite(value))
        throw new AuthorError([`${path}: row ${row + 2}, ${header[column]}: ${JSON.stringify(text)} is no number`])
      return value
    }),
  )
  return tableOf(
    card,
    path,
    numbers.map((row) => row.filter((_, i) => i !== at)),
    numbers.map((row) => row[at] as number),
  )
}

/** Big-endian IDX of unsigned bytes: two zeros, 0x08, the number of axes, the axes, the bytes. */
export function readIdx(bytes: Buffer, path: string): { shape: number[]; data: Uint8Array } {
  const axes = bytes[3] ?? 0
  if (bytes[0] !== 0 || bytes[1] !== 0 || bytes[2] !== 0x08)
    throw new AuthorError([`${path}: is no IDX file of unsigned bytes`])
  const shape = Array.from({ length: axes }, (_, axis) => bytes.readUInt32BE(4 + 4 * axis))
  const data = bytes.subarray(4 + 4 * axes)
  if (data.length !== sizeOf(shape)) throw new AuthorError([`${path}: ${data.length} bytes for shape [${shape}]`])
  return { shape, data }
}

function readIdxPair(card: Dataset, folder: string, imageBytes: Buffer, labelBytes: Buffer): Table {
  const images = readIdx(imageBytes, `${folder}: images`)
  const labels = readIdx(labelBytes, `${folder}: labels`)
  const count = images.shape[0] ?? 0
  if (labels.data.length !== count) throw new AuthorError([`${folder}: ${labels.data.length} labels, ${count} images`])
  if (images.data.length !== count * sizeOf(card.shape))
    throw new AuthorError([`${folder}: images of shape [${images.shape}], the card says [${card.shape}]`])
  return {
    x: { shape: [count, ...card.shape], data: Float32Array.from(images.data) },
    y: { shape: [count, 1], data: Float32Array.from(labels.data) },
  }
}

/**
 * Rows and targets as one table.
 * @throws AuthorError when a row hasn't the card's shape, or a label is no class of it
 */
export function tableOf(card: Dataset, path: string, x: readonly ArrayLike<number>[], y: readonly number[]): Table {
  const width = sizeOf(card.shape)
  const data = new Float32Array(x.length * width)
  x.forEach((row, i) => {
    if (row.length !== width) throw new AuthorError([`${path}: row ${i} has ${row.length} numbers, not ${width}`])
    data.set(row, i * width)
  })
  if (y.length !== x.length) throw new AuthorError([`${path}: ${y.length} targets for ${x.length} rows`])
  const classes = classCount(card)
  if (classes !== null) {
    const wrong = y.find((label) => !Number.isInteger(label) || label < 0 || label >= classes)
    if (wrong !== undefined) throw new AuthorError([`${path}: ${wrong} is no class; there are ${classes}`])
  }
  return { x: { shape: [x.length, ...card.shape], data }, y: { shape: [y.length, 1], data: Float32Array.from(y) } }
}

/** Classes of a classification, null where the target is a number. */
export function classCount(card: Pick<Dataset, 'task' | 'outputs'>): number | null {
  if (card.task === 'binary') return 2
  return card.task === 'multiclass' ? card.outputs : null
}
