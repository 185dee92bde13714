// Draws figure.svg: node --experimental-transform-types exercises/m4-rock-texture/figure.ts
import { writeFileSync } from 'node:fs'
import { generate } from '../../datasets/rock-texture/generator.ts'
import { greyImage } from '../../docs/figures/grey-image.ts'
import { picture } from '../../docs/figures/plot-svg.ts'
import { keyedHash } from '../../lib/catalogue/keyed-hash.ts'
import { seeded } from '../../lib/catalogue/seeded.ts'

const ROCKS = ['banded', 'conglomerate', 'vesicular', 'granite', 'veined', 'breccia']
const { x } = generate(2 * ROCKS.length, seeded(keyedHash('a figure', 'rock textures')))
const images = x.map((pixels, i) => {
  const [row, rock] = [Math.floor(i / ROCKS.length), i % ROCKS.length]
  const title = row === 1 ? { title: ROCKS[rock] ?? '' } : {}
  return greyImage(pixels, { left: 6 + rock * 79, top: 6 + row * 82, scale: 2.3, width: 32, ...title })
})
writeFileSync(new URL('figure.svg', import.meta.url), picture(images, 184))
