/** |a − b| ≤ 1e-6 + 1e-5 · |b|: right answers differ by rounding only (references agree to 2e-7). */
const ABSOLUTE = 1e-6
const RELATIVE = 1e-5

export type Comparison = { equal: true } | { equal: false; message: string }

/** Compares an answer with the expected one: numbers by tolerance, arrays and objects part by part. */
export function compareAnswer(expected: unknown, actual: unknown): Comparison {
  const difference = findDifference(expected, actual, '')
  return difference === null ? { equal: true } : { equal: false, message: difference }
}

/** One line for a visible case: the call, and what came of it. */
export function describeCase({ fn, args }: { fn: string; args: readonly unknown[] }, comparison: Comparison): string {
  const call = `${fn}(${args.map((arg) => show(arg, 60)).join(', ')})`
  return comparison.equal ? `${call} is right` : `${call}: ${comparison.message}`
}

/** One line for a visible case whose call threw, or answered with what is no answer. */
export const describeThrown = (
  call: { fn: string; args: readonly unknown[] },
  error: { message: string; line?: number },
): string =>
  describeCase(call, { equal: false, message: `${error.message}${error.line ? ` (line ${error.line})` : ''}` })

function findDifference(expected: unknown, actual: unknown, at: string): string | null {
  if (typeof expected === 'number') {
    if (typeof actual === 'number' && closeEnough(expected, actual)) return null
    return `${place(at)}expected ${show(expected)}, got ${show(actual)}`
  }
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual)) return `${place(at)}expected an array, got ${show(actual)}`
    if (actual.length !== expected.length)
      return `${place(at)}expected ${expected.length} elements, got ${actual.length}`
    return firstDifference(expected.map((part, i) => findDifference(part, actual[i], `${at}[${i}]`)))
  }
  if (typeof expected === 'object' && expected !== null) {
    if (typeof actual !== 'object' || actual === null || Array.isArray(actual))
      return `${place(at)}expected an object with ${Object.keys(expected).join(', ')}, got ${show(actual)}`
    const given = new Map(Object.entries(actual))
    return firstDifference(
      Object.entries(expected).map(([key, part]) =>
        given.has(key)
          ? findDifference(part, given.get(key), at === '' ? key : `${at}.${key}`)
          : `${place(at)}\`${key}\` is missing`,
      ),
    )
  }
  return expected === actual ? null : `${place(at)}expected ${show(expected)}, got ${show(actual)}`
}

const firstDifference = (differences: (string | null)[]) => differences.find((found) => found !== null) ?? null
const closeEnough = (expected: number, actual: number) =>
  Object.is(expected, actual) || Math.abs(expected - actual) <= ABSOLUTE + RELATIVE * Math.abs(expected)
const place = (at: string) => (at === '' ? '' : `at ${at}: `)

/** A value in one line. Six digits are one more than the tolerance needs. */
function show(value: unknown, max = 120): string {
  if (value === undefined) return 'nothing (is a `return` missing?)'
  const text =
    typeof value === 'number'
      ? shortNumber(value)
      : (JSON.stringify(value, (_, part) => (typeof part === 'number' ? toJson(part) : part)) ?? typeof value)
  return text.length > max ? `${text.slice(0, max)}…` : text
}

const shortNumber = (value: number) => (Number.isFinite(value) ? String(Number(value.toPrecision(7))) : String(value))
const toJson = (value: number) => (Number.isFinite(value) ? Number(value.toPrecision(7)) : String(value))
