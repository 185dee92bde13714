import { normal, type Random, seededRandom } from '#lib/training/seeded-random.ts'
import type { LabelledPoint } from '../kit/clouds.ts'
import type { SpecOf } from '../kit/spec-of.ts'

type Shape = SpecOf<'decision-boundary'>['data']

/** One row of a class, in the square from −1 to 1. */
const DRAW: Record<Shape, (y: 0 | 1, random: Random) => [number, number]> = {
  /** Class 1 in the middle, class 0 around it. */
  circle(y, random) {
    const radius = y === 1 ? 0.42 * Math.sqrt(random()) : 0.6 + 0.32 * random()
    return polar(radius, 2 * Math.PI * random())
  },
  /** Class 1 in two corners that lie opposite. */
  xor(y, random) {
    const [x, z] = [0.1 + 0.8 * random(), 0.1 + 0.8 * random()]
    const flip = random() < 0.5 ? -1 : 1
    return [flip * x, flip * (y === 1 ? z : -z)]
  },
  /** Two arms that wind around each other once. */
  spiral(y, random) {
    const along = 0.12 + 0.88 * random()
    const [x, z] = polar(0.9 * along, 2 * Math.PI * along + (y === 1 ? 0 : Math.PI))
    return [x + 0.02 * normal(random), z + 0.02 * normal(random)]
  },
  /** Class 1 where both inputs are high. */
  corner(y, random) {
    for (;;) {
      const [x, z] = [1.8 * random() - 0.9, 1.8 * random() - 0.9]
      const inside = Math.min(x + 0.2, z + 0.2)
      if (y === 1 ? inside > 0.06 : inside < -0.06) return [x, z]
    }
  },
}

const polar = (radius: number, angle: number): [number, number] => [radius * Math.cos(angle), radius * Math.sin(angle)]

/** As many rows of each class. */
export function drawShape(shape: Shape, count = 120): LabelledPoint[] {
  const random = seededRandom(11, shape)
  return Array.from({ length: count }, (_, i) => {
    const y = i % 2 === 0 ? 1 : 0
    return { x: DRAW[shape](y, random), y }
  })
}
