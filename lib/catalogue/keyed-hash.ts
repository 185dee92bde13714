import { createHash, createHmac } from 'node:crypto'

/** HMAC-SHA256 of the parts with the installation's secret. JSON keeps ['ab', 'c'] and ['a', 'bc'] apart. */
export const keyedHash = (secret: string, ...parts: (string | number)[]): Buffer =>
  createHmac('sha256', secret).update(JSON.stringify(parts)).digest()

export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

/** Hash of a JSON value that doesn't depend on the order of keys. Keys that hold undefined count as absent, as in JSON. */
export const hashOfJson = (value: unknown): string => sha256(canonicalJson(value))

function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, part) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}
