/** What geologists write for each rock, in the order of the card's classes; one entry is one way to write it. */
export const ROCKS = [
  ['bif', 'banded iron', 'biff', 'b.i.f.'],
  ['shale', 'shl', 'shaley unit', 'mudstone shl'],
  ['dolerite', 'dol', 'dolerit', 'mafic dyke'],
  ['haematite', 'hem', 'hematite ore', 'hem ore'],
  ['clay', 'cly', 'saprolite clay', 'clayy'],
] as const
export const COLOURS = ['red', 'brn', 'red brn', 'grey', 'dk grey', 'yel', 'purple', 'green grey'] as const
export const WEATHERING = ['fresh', 'slightly wthd', 'mod wthd', 'strongly wthd', 'v wthd'] as const
export const TEXTURES = ['fg', 'mg', 'cg', 'massive', 'friable', 'hard', 'vuggy', 'laminated'] as const
export const REMARKS = [
  'tr pyrite',
  'qtz vein',
  'good recovery',
  'poor recovery',
  'wet sample',
  'core loss',
  'goethite on joints',
  'magnetic',
] as const

/**
 * Where the main rock M and another rock O stand in a line; A is the main rock's description, C a colour. Only the words
 * between them tell which is which.
 */
export const SENTENCES = [
  'A M with minor C O',
  'minor O in A M',
  'not C O , A M',
  'A M , no O seen',
  'prev logged O , relogged A M',
  'A M grading from C O above',
  'below O contact : A M',
] as const

const wordsOf = (phrases: readonly string[]) => phrases.flatMap((phrase) => phrase.split(' '))

/** Token by word: 0 fills lines up at the front; then all words in alphabetical order. */
export const VOCABULARY: readonly string[] = [
  '<pad>',
  ...[
    ...new Set([
      ...wordsOf([...ROCKS.flat(), ...COLOURS, ...WEATHERING, ...TEXTURES, ...REMARKS]),
      ...wordsOf(SENTENCES).filter((word) => !/^[A-Z]$/.test(word)),
    ]),
  ].sort(),
]
