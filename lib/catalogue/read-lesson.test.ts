import { describe, expect, it } from 'vitest'
import { temporaryCatalogue } from '#tests/helpers/temporary-catalogue.ts'
import { listLessons } from './list-lessons.ts'
import { readLesson } from './read-lesson.ts'
import { splitLesson } from './split-lesson.ts'

const CARD = `title: A test
module: 1
order: 1
objective: See what is wrong.
minutes: 5
exercises: [m1-ore-or-waste]
reading:
  - { title: A book, why: It says so., part: Chapter 1 }
`
const README = `# A test

Words and $x^2$, a [link](lesson:neuron#the-bias), [another](exercise:m1-ore-or-waste).

\`\`\`figure
name: activation
functions: [relu, tanh]
caption: Look at the slope.
\`\`\`

\`\`\`ts cell
print(1)
\`\`\`

## Afterwards

\`\`\`ts
## not a heading, [not a link](nowhere)
\`\`\`
`

const read = async ({ card = CARD, readme = README }) => {
  const root = await temporaryCatalogue({ 'lessons/a-test/lesson.yaml': card, 'lessons/a-test/README.md': readme })
  return readLesson(root, 'a-test')
}
const errorOf = (files: { card?: string; readme?: string }) =>
  read(files).then(
    () => 'no error',
    (error: Error) => error.message,
  )

it('cuts a text at figures and cells, and leaves other code in it', async () => {
  const { slug, title, blocks } = await read({})
  expect({ slug, title }).toEqual({ slug: 'a-test', title: 'A test' })
  expect(blocks).toMatchObject([
    { kind: 'text', line: 1, text: expect.stringMatching(/^# A test\n\nWords/) },
    { kind: 'figure', line: 6, spec: { name: 'activation', functions: ['relu', 'tanh'] } },
    { kind: 'cell', line: 12, source: 'print(1)' },
    { kind: 'text', line: 15, text: expect.stringMatching(/^## Afterwards[\s\S]*nowhere\)\n```$/) },
  ])
})

it('a longer fence holds shorter ones', () => {
  const { blocks, faults } = splitLesson('````md\n```figure\nname: x\n```\n````\n')
  expect(faults).toEqual([])
  expect(blocks).toEqual([{ kind: 'text', line: 1, text: '````md\n```figure\nname: x\n```\n````' }])
})

describe('names the file, and the field or the line', () => {
  const TEXT = 'lessons/a-test/README.md'
  it.each([
    ['an unknown key', { card: `${CARD}hours: 1\n` }, 'lessons/a-test/lesson.yaml: Unrecognized key: "hours"'],
    [
      'a reading without its part',
      { card: CARD.replace(', part: Chapter 1', '') },
      'lessons/a-test/lesson.yaml: reading[0].part: expected string, received undefined',
    ],
    ['another title', { readme: README.replace('# A test', '# Test') }, `${TEXT}:1: has to be the heading "# A test"`],
    ['an unknown figure', { readme: README.replace('activation', 'magic') }, `${TEXT}:6: figure: name: `],
    [
      'a wrong parameter',
      { readme: README.replace('tanh]', 'swish]') },
      `${TEXT}:6: figure: functions.1: Invalid option`,
    ],
    ['bad YAML', { readme: README.replace('[relu, tanh]', '[relu') }, `${TEXT}:6: figure: `],
    ['a fence left open', { readme: README.replace(/```\n$/, '') }, `${TEXT}:17: this fence is never closed`],
    ['a link to nowhere', { readme: README.replace('lesson:neuron', 'neuron') }, `${TEXT}:3: the link leads nowhere`],
    ['a heading twice', { readme: `${README}\n## Afterwards\n` }, `${TEXT}:21: a second heading of this name`],
    ['a formula in a heading', { readme: `${README}\n## On $x$\n` }, `${TEXT}:21: a heading is plain words`],
  ])('%s', async (_, files, message) => {
    expect(await errorOf(files)).toContain(message)
  })
})

it('a catalogue without lessons has none', async () => {
  expect(await listLessons(await temporaryCatalogue({ 'exercises/x/README.md': '' }))).toEqual([])
})
