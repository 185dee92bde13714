// Draws figure.svg: node --experimental-transform-types exercises/capstone-rock-face/figure.ts
import { writeFileSync } from 'node:fs'
import { generate as atTheTray } from '../../datasets/rock-texture/generator.ts'
import { generate as atTheFace } from '../../datasets/rock-texture-hard/generator.ts'
import { greyImage } from '../../docs/figures/grey-image.ts'
import { picture } from '../../docs/figures/plot-svg.ts'
import { keyedHash } from '../../lib/catalogue/keyed-hash.ts'
import { seeded } from '../../lib/catalogue/seeded.ts'

const ROCKS = ['banded', 'conglomerate', 'vesicular', 'granite', 'veined', 'breccia']
const rng = (purpose: string) => seeded(keyedHash('a figure', 'rock faces', purpose))
const rows = [atTheTray(6, rng('tray')).x, atTheFace(6, rng('face')).x]
const images = rows.flatMap((patches, row) =>
  patches.map((pixels, rock) =>
    greyImage(pixels, {
      left: 6 + rock * 79,
      top: 6 + row * 82,
      scale: 2.3,
      width: 32,
      ...(row === 1 ? { title: ROCKS[rock] ?? '' } : {}),
    }),
  ),
)
writeFileSync(new URL('figure.svg', import.meta.url), picture(images, 184))
