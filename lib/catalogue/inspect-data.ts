import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import type { Dataset, DatasetSource } from '../contract/dataset.ts'
import { decodeImage } from './decode-image.ts'
import { sha256 } from './keyed-hash.ts'
import { AuthorError } from './read-definition.ts'
import { listImages, manifestHash } from './read-image-folder.ts'
import { listNpz, type NumpyArray, readNpy, readNpz } from './read-numpy.ts'
import { readIdx } from './read-source.ts'

/** What was found in an author's file or folder, and the part of a dataset.yaml that follows from it. */
export interface Inspection {
  findings: string[]
  card: Pick<Dataset, 'task' | 'shape' | 'outputs' | 'features' | 'split'> & {
    classes?: string[]
    source: DatasetSource
  }
}

/** A class has to be a whole number, and more than so many are hardly classes. */
const MOST_CLASSES = 100
/** Shares of the rows: enough hidden ones that a score means something. */
const SHARES = { train: 0.6, public: 0.15 } as const

/**
 * Looks at data that an author would like to use: .csv, .npz, .npy, IDX (also gzipped) or a folder of class folders.
 * @param path of the rows
 * @param labels of the labels, for .npy and IDX, which keep them in a second file
 * @throws AuthorError that says what is wrong or missing
 */
export async function inspectData(path: string, labels?: string): Promise<Inspection> {
  const found = await stat(path).catch(() => {
    throw new AuthorError([`${path}: there is no such file or folder`])
  })
  if (found.isDirectory()) return inspectImages(path)
  const bytes = await readFile(path)
  if (/\.csv$/i.test(path)) return inspectCsv(path, bytes)
  if (/\.npz$/i.test(path)) return inspectNpz(path, bytes)
  if (/\.npy$/i.test(path)) {
    const other = await readLabels(path, labels)
    const source = { kind: 'npy' as const, x: fileOf(path, bytes), y: fileOf(other.path, other.bytes) }
    return inspectArrays(readNpy(path, bytes), readNpy(other.path, other.bytes), source)
  }
  if (/idx\d/i.test(path)) {
    const other = await readLabels(path, labels)
    const images = readIdx(unzipped(bytes), path)
    const shape = [...images.shape, ...(images.shape.length === 3 ? [1] : [])]
    const source = { kind: 'idx' as const, images: fileOf(path, bytes), labels: fileOf(other.path, other.bytes) }
    return inspectArrays({ ...images, shape }, readIdx(unzipped(other.bytes), other.path), source)
  }
  throw new AuthorError([`${path}: is none of .csv, .npz, .npy, IDX, or a folder of class folders`])
}

async function readLabels(path: string, labels: string | undefined): Promise<{ path: string; bytes: Buffer }> {
  if (!labels) throw new AuthorError([`${path}: name the file of its labels or targets, too`])
  return { path: labels, bytes: await readFile(labels) }
}

function inspectCsv(path: string, bytes: Buffer): Inspection {
  const [header = [], ...records] = parse(bytes) as string[][]
  const target = header.at(-1)
  if (!target || records.length === 0) throw new AuthorError([`${path}: has no header, or no rows`])
  const texts = header.filter((_, column) => records.some((record) => !isNumber(record[column])))
  const card = describeTargets(
    records.map((record) => Number(record.at(-1))),
    [header.length - 1],
  )
  return {
    findings: [
      `${records.length} rows, ${header.length} columns; the last, ${target}, is taken for the target`,
      ...(texts.length > 0 ? [`not numbers everywhere: ${texts.join(', ')}; encode or drop them first`] : []),
      ...card.findings,
    ],
    card: {
      ...card.card,
      features: header.slice(0, -1).map((name) => ({ name })),
      source: { kind: 'csv', ...fileOf(path, bytes), target },
    },
  }
}

function inspectNpz(path: string, bytes: Buffer): Inspection {
  const names = listNpz(path, bytes)
  const arrays = readNpz(path, bytes)
  const [x, y] = [
    names.find((name) => /^(x|rows|data|images)/i.test(name)),
    names.find((name) => /^(y|label|target)/i.test(name)),
  ]
  if (!x || !y)
    throw new AuthorError([`${path}: holds ${names.join(', ')}; name one x… for the rows and one y… for the labels`])
  return inspectArrays(arrays(x), arrays(y), { kind: 'npz', ...fileOf(path, bytes), x, y })
}

function inspectArrays(
  x: { shape: number[]; data: ArrayLike<number> },
  y: Pick<NumpyArray, 'shape'> & { data: ArrayLike<number> },
  source: DatasetSource,
): Inspection {
  const [rows = 0, ...shape] = x.shape
  const columns = shape.length > 0 ? shape : [1]
  const { findings, card } = describeTargets(Array.from(y.data), columns)
  const fits = y.data.length === rows
  return {
    findings: [
      `${rows} rows of shape [${columns}]`,
      ...(fits ? [] : [`${y.data.length} labels for ${rows} rows: they have to be as many`]),
      ...findings,
    ],
    card: { ...card, features: featuresOf(columns), source },
  }
}

async function inspectImages(path: string): Promise<Inspection> {
  const files = await listImages(path)
  const [first] = files
  if (!first) throw new AuthorError([`${path}: holds no folders with .png or .jpg files`])
  const classes = [...new Set(files.map((file) => file.class))]
  const { width, height } = decodeImage(first.bytes, 3)
  const { card, findings } = describeTargets(
    files.map((file) => classes.indexOf(file.class)),
    [32, 32, 3],
  )
  return {
    findings: [
      `${files.length} pictures; the first is ${width} × ${height}. All are brought to the card's shape, here 32 × 32 in colour`,
      ...findings,
    ],
    card: {
      ...card,
      classes,
      features: featuresOf([32, 32, 3]),
      source: { kind: 'images', folder: basename(path), sha256: manifestHash(files) },
    },
  }
}

function describeTargets(targets: readonly number[], shape: number[]) {
  const distinct = [...new Set(targets)].sort((a, b) => a - b)
  const split = splitOf(targets.length)
  const isClasses = distinct.length <= MOST_CLASSES && distinct.every((label, i) => label === i)
  if (!isClasses) {
    const range = `targets from ${distinct[0]} to ${distinct.at(-1)}`
    return {
      findings: [`${range}, ${distinct.length} different ones: a regression. Classes would be 0, 1, 2 and so on`],
      card: { task: 'regression' as const, shape, outputs: 1, split },
    }
  }
  const counts = distinct.map((label) => targets.filter((one) => one === label).length)
  const task = distinct.length === 2 ? ('binary' as const) : ('multiclass' as const)
  return {
    findings: [`${distinct.length} classes, of ${counts.join(', ')} rows`],
    card: {
      task,
      shape,
      outputs: task === 'binary' ? 1 : distinct.length,
      classes: distinct.map((label) => `class ${label}`),
      split,
    },
  }
}

function splitOf(rows: number) {
  const train = Math.floor(rows * SHARES.train)
  const open = Math.floor(rows * SHARES.public)
  return { train, public: open, private: rows - train - open }
}

function featuresOf(shape: readonly number[]): { name: string; about?: string }[] {
  if (shape.length === 3) return [{ name: shape[2] === 1 ? 'grey' : 'colour', about: 'Each pixel, 0 to 255' }]
  return Array.from({ length: shape.at(-1) ?? 1 }, (_, i) => ({ name: `x${i + 1}` }))
}

const fileOf = (path: string, bytes: Uint8Array) => ({ file: basename(path), sha256: sha256(bytes) })
const unzipped = (bytes: Buffer) => (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes)
const isNumber = (text: string | undefined) => text !== undefined && text.trim() !== '' && Number.isFinite(Number(text))
