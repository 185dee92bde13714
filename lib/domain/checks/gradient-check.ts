import type { Finding, FunctionsFacts, GradientFacts } from './facts.ts'

/** Central differences over this step are good to about ten digits for the losses of a small network. */
export const GRADIENT_STEP = 1e-5
/** Of the largest entry. A wrong term is off by far more, rounding by far less. */
const TOLERANCE = 1e-5

type Path = readonly (string | number)[]

/** Where the numbers of a nested value lie, in order: `['W1', 0, 2]`. */
export function numberPaths(value: unknown, path: Path = []): Path[] {
  if (typeof value === 'number') return [path]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]) => numberPaths(part, [...path, Array.isArray(value) ? +key : key]))
}

/** A copy with one number moved. */
export function nudged(value: unknown, path: Path, by: number): unknown {
  const [key, ...rest] = path
  if (key === undefined) return (value as number) + by
  if (Array.isArray(value)) return value.map((part, i) => (i === key ? nudged(part, rest, by) : part))
  const parts = value as Record<string, unknown>
  return { ...parts, [key]: nudged(parts[key], rest, by) }
}

/** What a gradient says of one number: `dW1[0][2]` for `['W1', 0, 2]`. Null where it says nothing. */
export function gradientEntry(gradient: unknown, [name, ...rest]: Path): number | null {
  let value = gradient
  for (const key of [`d${name}`, ...rest]) {
    if (typeof value !== 'object' || value === null) return null
    value = (value as Record<string | number, unknown>)[key]
  }
  return typeof value === 'number' ? value : null
}

export const describePath = ([name, ...rest]: Path): string => `d${name}${rest.map((key) => `[${key}]`).join('')}`

/** A gradient says how the loss changes with each weight, and that can be tried: nudge the weight and look. */
export function checkGradients({ gradients }: Pick<FunctionsFacts, 'gradients'>): Finding {
  if (!gradients) throw new Error('gradcheck needs gradients')
  if (!gradients.ok) return { passed: false, measured: gradients.reason }
  const largest = Math.max(...gradients.entries.map(({ measured }) => Math.abs(measured)))
  if (!(largest > 0))
    return { passed: false, measured: 'Your loss stays the same whichever weight is nudged, so it cannot be right.' }
  const [worst] = gradients.entries.toSorted((a, b) => distance(b) - distance(a))
  if (!worst || distance(worst) <= TOLERANCE * largest)
    return { passed: true, measured: 'Your gradients agree with finite differences of your loss.' }
  const factor = commonFactor(gradients, largest)
  if (factor !== null)
    return {
      passed: false,
      measured: `Every one of your gradients is ${short(factor)} times what finite differences of your loss give${Math.abs(factor - gradients.rows) < 1e-3 ? `, and the batch has ${gradients.rows} rows` : ''}.`,
    }
  return {
    passed: false,
    measured: `Your \`${worst.path}\` is ${short(worst.given)}; nudging that weight changes your loss at a rate of ${short(worst.measured)}.`,
  }
}

/** The one number that every entry is off by; null when there is none. */
function commonFactor({ entries }: Extract<GradientFacts, { ok: true }>, largest: number): number | null {
  const ratios = entries.flatMap(({ given, measured }) =>
    Math.abs(measured) > 1e-3 * largest ? [given / measured] : [],
  )
  const [first = 0] = ratios
  return first !== 0 && ratios.every((ratio) => Math.abs(ratio - first) < 1e-4 * Math.abs(first)) ? first : null
}

const distance = ({ given, measured }: { given: number; measured: number }) => Math.abs(given - measured)
const short = (value: number) => String(Number(value.toPrecision(4)))
