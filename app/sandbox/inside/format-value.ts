import type { Tensor } from '@tensorflow/tfjs'

const MAX_ITEMS = 100
const MAX_DEPTH = 3
const WIDTH = 88

/** Values as a console shows them, joined by spaces: text as it is, the rest as code would write it. */
export const formatValues = (...values: unknown[]): string =>
  values.map((value) => (typeof value === 'string' ? value : formatValue(value))).join(' ')

/** One value in the look of Node's console; a tensor with its type, shape and numbers. */
export function formatValue(value: unknown): string {
  try {
    return show(value, 0, [])
  } catch {
    return '[a value that cannot be read]'
  }
}

function show(value: unknown, depth: number, inside: readonly object[]): string {
  if (typeof value === 'string') return `'${value}'`
  if (typeof value === 'bigint') return `${value}n`
  if (typeof value === 'symbol') return value.toString()
  if (typeof value === 'function')
    return `[${/^class\b/.test(`${value}`) ? 'class' : 'Function'}: ${value.name || 'anonymous'}]`
  if (Object.is(value, -0)) return '-0'
  if (typeof value !== 'object' || value === null) return String(value)
  if (inside.includes(value)) return '[Circular]'
  if (isTensor(value)) return showTensor(value)
  if (value instanceof Error) return `${value.name}: ${value.message}`
  if (value instanceof Date) return value.toISOString()
  const within = [...inside, value]
  const part = (one: unknown) => show(one, depth + 1, within)
  if (Array.isArray(value) || ArrayBuffer.isView(value)) return showList(value, depth, part)
  if (depth > MAX_DEPTH) return `[${nameOf(value) || 'Object'}]`
  if (value instanceof Map)
    return braced(
      `Map(${value.size}) `,
      '{',
      '}',
      [...value].map(([key, one]) => `${part(key)} => ${part(one)}`),
    )
  if (value instanceof Set) return braced(`Set(${value.size}) `, '{', '}', [...value].map(part))
  const entries = Object.keys(value).map((key) => `${quoted(key)}: ${part(Reflect.get(value, key))}`)
  return braced(nameOf(value), '{', '}', entries)
}

function showList(value: object, depth: number, part: (one: unknown) => string): string {
  const isPlain = Array.isArray(value)
  const length = Number(Reflect.get(value, 'length'))
  if (depth > MAX_DEPTH) return `[Array(${length})]`
  const shown = Array.from({ length: Math.min(length, MAX_ITEMS) }, (_, i) => part(Reflect.get(value, i)))
  if (length > MAX_ITEMS) shown.push(`… ${length - MAX_ITEMS} more`)
  return braced(isPlain ? '' : `${value.constructor.name}(${length}) `, '[', ']', shown)
}

function braced(name: string, open: string, close: string, parts: readonly string[]): string {
  const prefix = name && !name.endsWith(' ') ? `${name} ` : name
  if (parts.length === 0) return `${prefix}${open}${close}`
  const one = `${prefix}${open} ${parts.join(', ')} ${close}`
  if (one.length <= WIDTH && !one.includes('\n')) return one
  return `${prefix}${open}\n${parts.map((part) => `  ${part.replaceAll('\n', '\n  ')}`).join(',\n')}\n${close}`
}

const nameOf = (value: object): string => {
  const name = Object.getPrototypeOf(value)?.constructor?.name
  return name === undefined || name === 'Object' ? '' : String(name)
}

const quoted = (key: string): string => (/^[A-Za-z_$][\w$]*$/.test(key) ? key : `'${key}'`)

export const isTensor = (value: object): value is Tensor =>
  typeof Reflect.get(value, 'dataSync') === 'function' && Array.isArray(Reflect.get(value, 'shape'))

function showTensor(tensor: Tensor): string {
  const head = `Tensor ${tensor.dtype} [${tensor.shape.join(', ')}]`
  if (tensor.isDisposed) return `${head}, disposed`
  // tfjs's own layout of the numbers, without the word above it.
  const numbers = tensor.toString().replace(/^Tensor\n/, '')
  return `${head}\n${numbers}`
}
