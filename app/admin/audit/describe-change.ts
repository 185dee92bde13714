const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const show = (value: unknown): string => (typeof value === 'string' ? value || 'empty' : JSON.stringify(value))

/** The values of an audit entry in a line; where they replaced others, only those that changed, as "was → is". */
export function describeChange(data: unknown): string {
  if (!isRecord(data)) return ''
  const { was, ...values } = data
  const before = isRecord(was) ? was : null
  return Object.entries(values)
    .flatMap(([name, value]) => {
      if (before && name in before)
        return show(before[name]) === show(value) ? [] : [`${name}: ${show(before[name])} → ${show(value)}`]
      return [`${name}: ${show(value)}`]
    })
    .concat(typeof was === 'string' ? [`was: ${was}`] : [])
    .join(' · ')
}
