import { FEATURES } from './features.ts'
import { DEFAULT_STATE, PlaygroundState } from './state.ts'

type Key = keyof PlaygroundState

/** The names in the address. They are kept: addresses are written down and shared. */
const NAMES: Record<Key, string> = {
  data: 'data',
  noise: 'noise',
  trainShare: 'train',
  batchSize: 'batch',
  features: 'features',
  layers: 'layers',
  activation: 'activation',
  initializer: 'init',
  optimizer: 'optimizer',
  learningRate: 'rate',
  penalty: 'penalty',
  penaltyRate: 'lambda',
  batchNorm: 'norm',
  dropout: 'dropout',
  discretise: 'discretise',
  showTest: 'test',
  dataSeed: 'points',
  weightSeed: 'weights',
}
const KEYS = Object.keys(NAMES) as Key[]

/** An empty list has to be told from a parameter without a value. */
const NOTHING = 'none'

const write = (value: PlaygroundState[Key]): string => {
  if (Array.isArray(value)) return value.length === 0 ? NOTHING : value.join('.')
  if (typeof value === 'boolean') return value ? '1' : '0'
  return String(value)
}

/** The query that says how `state` differs from the default; empty for the default itself. */
export function encodeState(state: PlaygroundState): string {
  const query = new URLSearchParams()
  for (const key of KEYS) {
    const text = write(state[key])
    if (text !== write(DEFAULT_STATE[key])) query.set(NAMES[key], text)
  }
  return query.toString()
}

const readNumber = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text))
const readList = (text: string): string[] => (text === NOTHING ? [] : text.split('.'))

function read(key: Key, text: string): unknown {
  const initial = DEFAULT_STATE[key]
  if (key === 'features') {
    const named = readList(text)
    return FEATURES.filter((feature) => named.includes(feature))
  }
  if (key === 'layers') return readList(text).map(readNumber)
  if (typeof initial === 'boolean') return text === '1' ? true : text === '0' ? false : undefined
  return typeof initial === 'number' ? readNumber(text) : text
}

/** What an address says; a part that is missing or makes no sense is as by default, the rest is kept. */
export function decodeState(query: Readonly<Record<string, string | string[] | undefined>>): PlaygroundState {
  const state: Record<Key, unknown> = { ...DEFAULT_STATE }
  for (const key of KEYS) {
    const text = query[NAMES[key]]
    if (typeof text !== 'string') continue
    const parsed = PlaygroundState.shape[key].safeParse(read(key, text))
    if (parsed.success) state[key] = parsed.data
  }
  return PlaygroundState.parse(state)
}
