import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'

/** OWASP's second choice for scrypt (N = 2^16, r = 8, p = 2): 64 MiB and about 0.2 s a guess. */
const COST = { logN: 16, r: 8, p: 2 } as const
const KEY_BYTES = 32
const STORED = /^scrypt\$(\d+)\$(\d+)\$(\d+)\$([A-Za-z0-9+/=]+)\$([A-Za-z0-9+/=]+)$/

function derive(password: string, salt: Buffer, bytes: number, cost: { logN: number; r: number; p: number }) {
  const N = 2 ** cost.logN
  const options: ScryptOptions = { N, r: cost.r, p: cost.p, maxmem: 256 * N * cost.r }
  return new Promise<Buffer>((resolve, reject) => {
    // Normalised, because the same letters typed on another keyboard may arrive composed differently.
    scrypt(password.normalize('NFKC'), salt, bytes, options, (error, key) => (error ? reject(error) : resolve(key)))
  })
}

/** `scrypt$logN$r$p$salt$key`: the parameters travel with the hash, so that they can be raised later. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const key = await derive(password, salt, KEY_BYTES, COST)
  return ['scrypt', COST.logN, COST.r, COST.p, salt.toString('base64'), key.toString('base64')].join('$')
}

let nobodysHash: Promise<string> | undefined

/**
 * False for a wrong password, for a malformed hash, and for `null`: somebody without a password costs the same time as
 * somebody with one, so that the answer's delay does not tell which e-mail addresses exist.
 */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  nobodysHash ??= hashPassword(randomBytes(16).toString('hex'))
  const match = STORED.exec(stored ?? (await nobodysHash))
  if (!match) return false
  const [, logN, r, p, salt, key] = match
  const expected = Buffer.from(key ?? '', 'base64')
  const cost = { logN: Number(logN), r: Number(r), p: Number(p) }
  const actual = await derive(password, Buffer.from(salt ?? '', 'base64'), expected.length, cost)
  return timingSafeEqual(actual, expected) && stored !== null
}
