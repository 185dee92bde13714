import { LearnerFault } from './learner-fault.ts'

const MAX_DEPTH = 8
const MAX_NODES = 100_000

/** A copy of what a by-hand function returned, made of plain data only; each property is read once. */
export function plainValue(value: unknown, what: string): unknown {
  let nodes = 0
  const fault = (path: string, problem: string, hint: string) =>
    new LearnerFault('invalid_output', 'functions', `${what} returned ${problem}${path ? ` at ${path}` : ''}.`, hint)

  const copy = (part: unknown, path: string, depth: number): unknown => {
    if (++nodes > MAX_NODES) throw fault('', `more than ${MAX_NODES} values`, 'Return just what is asked for.')
    if (depth > MAX_DEPTH)
      throw fault(path, `arrays nested deeper than ${MAX_DEPTH}`, 'Check that no array contains itself.')
    if (part === null || typeof part === 'boolean' || typeof part === 'string') return part
    if (typeof part === 'number') {
      if (Number.isFinite(part)) return part
      throw fault(path, `${part}`, 'Look for a division by zero, a logarithm of zero, or an index past the end.')
    }
    if (part === undefined)
      throw path === ''
        ? fault('', 'nothing', 'Does every path through the function end in a return?')
        : fault(path, 'undefined', 'An element was never set: check the indices of your loop.')
    if (Array.isArray(part)) {
      const items: unknown[] = []
      const { length } = part
      for (let i = 0; i < length; i++) items.push(copy(part[i], `${path}[${i}]`, depth + 1))
      return items
    }
    if (ArrayBuffer.isView(part))
      throw fault(path, 'a typed array', 'Return a plain array: Array.from(values) makes one.')
    if (typeof part === 'object') {
      if (typeof Reflect.get(part, 'dataSync') === 'function')
        throw fault(path, 'a tensor', 'Return plain numbers: tensor.arraySync() gives them.')
      const prototype = Object.getPrototypeOf(part)
      if (prototype !== null && Object.getPrototypeOf(prototype) !== null)
        throw fault(path, 'an object of a class', 'Return plain numbers, arrays or objects.')
      return Object.fromEntries(
        Object.keys(part).map((key) => [key, copy(Reflect.get(part, key), `${path}.${key}`, depth + 1)]),
      )
    }
    throw fault(path, `a ${typeof part}`, 'Return plain numbers, arrays or objects.')
  }
  return copy(value, '', 0)
}
