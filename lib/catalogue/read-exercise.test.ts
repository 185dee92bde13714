import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { temporaryCatalogue } from '#tests/helpers/temporary-catalogue.ts'
import { listExercises } from './list-exercises.ts'
import { readExercise, readHandout } from './read-exercise.ts'

const ROOT = new URL('../..', import.meta.url).pathname
const PATH = 'exercises/m1-ore-or-waste/exercise.yaml'
const SOUND = await readFile(`${ROOT}${PATH}`, 'utf8')

const errorOf = async (yaml: string) => {
  const root = await temporaryCatalogue({ [PATH]: yaml })
  return readExercise(root, 'm1-ore-or-waste').then(
    () => 'no error',
    (error: Error) => error.message,
  )
}

describe('names the file and the field', () => {
  it.each([
    ['a text for a number', /^passBar: .*$/m, 'passBar: high', `${PATH}: passBar: expected number, received string`],
    ['a bar below the baseline', /^passBar: .*$/m, 'passBar: 0.5', `${PATH}: passBar: not better than the baseline`],
    [
      'a full bar below the pass bar',
      /^fullBar: .*$/m,
      'fullBar: 0.9',
      `${PATH}: fullBar: not better than the pass bar`,
    ],
    ['points that do not add up', /points: 10/, 'points: 11', `${PATH}: checks: points add up to 21, not 20`],
    ['an unknown rule', /rule: hidden-layer/, 'rule: magic', `${PATH}: checks[1].rule: Invalid discriminator value`],
    ['a missing parameter', /^ {4}max: 2000\n/m, '', `${PATH}: checks[2].max: expected number, received undefined`],
    [
      'a mistake that hangs on no check',
      /^ {2}when: .*$/m,
      '  when: { check: scaled }',
      `${PATH}: mistake.when.check: no check is called scaled`,
    ],
    [
      'a mistake that hangs on no diagnosis',
      /^ {2}when: .*$/m,
      '  when: { diagnoses: [unlucky] }',
      `${PATH}: mistake.when.diagnoses[0]: `,
    ],
    ['a mistake that hangs on nothing', /^ {2}when: .*$/m, '  when: {}', `${PATH}: mistake.when: says nothing`],
    ['an unknown key', /^minutes:/m, 'hours: 1\nminutes:', `${PATH}: Unrecognized key: "hours"`],
    ['another slug', /^slug: .*$/m, 'slug: other', `${PATH}: slug: is other, but the folder is m1-ore-or-waste`],
  ])('%s', async (_, from, to, message) => {
    expect(SOUND).toMatch(from)
    expect(await errorOf(SOUND.replace(from, to))).toContain(message)
  })

  it('a file that is no YAML', async () => expect(await errorOf('a: [')).toContain(`${PATH}: `))
  it('a file that is not there', async () => {
    const root = await temporaryCatalogue({})
    await expect(readExercise(root, 'm9-nothing')).rejects.toThrow('exercises/m9-nothing/exercise.yaml: no such file')
  })
})

it('lists the exercises of this repository in the order of the course', async () => {
  const exercises = await listExercises(ROOT)
  const order = exercises.map(({ module, order }) => 100 * module + order)
  expect(exercises.map(({ slug }) => slug)).toContain('m1-wine-first-network')
  expect(order).toEqual([...order].sort((a, b) => a - b))
  expect(new Set(order).size, 'no two exercises share a place').toBe(order.length)
})

describe('figures of a text', () => {
  const handout = async (readme: string, files: Record<string, string> = {}) => {
    const folder = 'exercises/x'
    const named = Object.entries({ 'README.md': readme, 'starter.ts': '', ...files })
    const root = await temporaryCatalogue(Object.fromEntries(named.map(([name, text]) => [`${folder}/${name}`, text])))
    return readHandout(root, 'x').then(
      ({ figures }) => figures,
      (error: Error) => error.message,
    )
  }

  it('are the SVG files that it shows, and no others', async () => {
    const files = { 'figure.svg': '<svg/>', 'another.svg': '<svg>2</svg>', 'unused.svg': '<svg>3</svg>' }
    const text = 'Look: ![a line](figure.svg) and ![a dot](another.svg), again ![a line](figure.svg).'
    expect(await handout(text, files)).toEqual({ 'figure.svg': '<svg/>', 'another.svg': '<svg>2</svg>' })
    expect(await handout('No figure, [a link](figure.svg).', files)).toEqual({})
  })

  it.each([
    ['a file of another folder', '![x](../other/figure.svg)', {}, '../other/figure.svg is no figure'],
    ['a picture from elsewhere', '![x](https://example.org/a.svg)', {}, 'https://example.org/a.svg is no figure'],
    ['another kind of picture', '![x](figure.png)', { 'figure.png': '' }, 'figure.png is no figure'],
    ['one that is not there', '![x](figure.svg)', {}, 'exercises/x/figure.svg: no such file'],
    ['one too large', '![x](figure.svg)', { 'figure.svg': 'x'.repeat(64_001) }, 'has more than 64 kB'],
  ])('%s is refused', async (_, text, files, message) => {
    expect(await handout(text, files)).toContain(message)
  })
})
