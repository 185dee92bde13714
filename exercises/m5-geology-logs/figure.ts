// Draws figure.svg: node --experimental-transform-types exercises/m5-geology-logs/figure.ts
import { writeFileSync } from 'node:fs'
import { VOCABULARY } from '../../datasets/geo-logs/vocabulary.ts'
import { INK, picture } from '../../docs/figures/plot-svg.ts'

const LINES = [
  { words: 'not grey shale , bif'.split(' '), rock: 'banded iron' },
  { words: 'not grey bif , shale'.split(' '), rock: 'shale' },
]
const WIDTH = 66

function line({ words, rock }: (typeof LINES)[number], top: number): string {
  const boxes = words.map((word, place) => {
    const colour = word === 'shale' ? INK.green : word === 'bif' ? INK.orange : INK.grey
    const left = 12 + place * (WIDTH + 6)
    return `<rect x="${left}" y="${top}" width="${WIDTH}" height="30" rx="4" fill="${colour}" fill-opacity=".18" stroke="${colour}"/><text x="${left + WIDTH / 2}" y="${top + 20}" text-anchor="middle" fill="#000">${word}</text><text x="${left + WIDTH / 2}" y="${top + 45}" text-anchor="middle">${VOCABULARY.indexOf(word)}</text>`
  })
  return `${boxes.join('')}<text x="378" y="${top + 20}" fill="#000">→ ${rock}</text>`
}

const bag = [
  ...new Set(
    LINES.map(({ words }) =>
      words
        .map((word) => VOCABULARY.indexOf(word))
        .sort((a, b) => a - b)
        .join(', '),
    ),
  ),
]
const caption = `<text x="12" y="168">The bag of both: { ${bag.join(' } and { ')} }</text>`
writeFileSync(
  new URL('figure.svg', import.meta.url),
  picture([{ svg: () => LINES.map((one, i) => line(one, 14 + i * 70)).join('') + caption }], 184),
)
