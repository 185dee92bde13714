// How images.idx3.gz and labels.idx1.gz came about: node from-scikit-learn.mjs <scikit-learn's datasets/data/digits.csv>
// Each line of that file holds 64 grey values from 0 to 16, row by row, and the digit.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

const lines = readFileSync(process.argv[2] ?? 'digits.csv', 'utf8')
  .trim()
  .split('\n')
const rows = lines.map((line) => line.split(',').map(Number)).filter((row) => row.every(Number.isInteger))

/** IDX: two zeros, 8 for unsigned bytes, the number of axes, each axis as a big-endian 32-bit number. */
const header = (...axes) => {
  const bytes = Buffer.alloc(4 + 4 * axes.length)
  bytes.set([0, 0, 8, axes.length])
  for (const [i, axis] of axes.entries()) bytes.writeUInt32BE(axis, 4 + 4 * i)
  return bytes
}
const write = (file, ...parts) =>
  writeFileSync(join(import.meta.dirname, file), gzipSync(Buffer.concat(parts), { level: 9 }))
write('images.idx3.gz', header(rows.length, 8, 8), Uint8Array.from(rows.flatMap((row) => row.slice(0, 64))))
write('labels.idx1.gz', header(rows.length), Uint8Array.from(rows.map((row) => row[64])))
console.log(rows.length)
