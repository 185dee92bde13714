/** The text of an export, for telling whether a learner changed it. */
export function textOf(value: unknown, depth = 0): string {
  if (typeof value === 'function') return Function.prototype.toString.call(value)
  if (typeof value !== 'object' || value === null || depth > 6) return `${typeof value}:${String(value)}`
  return `{${Object.keys(value)
    .sort()
    .map((key) => `${key}:${textOf(Reflect.get(value, key), depth + 1)}`)
    .join(',')}}`
}
