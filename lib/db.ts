import { PrismaPg } from '@prisma/adapter-pg'
import { requireDatabaseUrl } from './env.ts'
import { type Prisma, PrismaClient } from './generated/prisma/client.ts'

export type Db = PrismaClient
/** Inside `db.$transaction(async (tx) => …)`. */
export type Tx = Prisma.TransactionClient

const addresses = new WeakMap<Db, string>()

/** A client of its own pool; whoever makes one calls `$disconnect`. Programs take the shared `db`. */
export function connectDb(connectionString: string, options: { poolSize?: number } = {}): Db {
  const client = new PrismaClient({
    adapter: new PrismaPg({ connectionString, max: options.poolSize ?? 10 }),
    // Two submissions of one person wait for each other's row lock; under a rush the default 2 s are not enough.
    transactionOptions: { maxWait: 10_000, timeout: 15_000 },
  })
  addresses.set(client, connectionString)
  return client
}

/** Where a client is connected to; the shared one is where the environment says. */
export const databaseUrlOf = (client: Db): string => addresses.get(client) ?? requireDatabaseUrl()

const shared = globalThis as typeof globalThis & { gradusDb?: Db }

/**
 * The process's client, made at first use: importing this file needs no database, which `next build` relies on.
 * Kept on `globalThis` because the development server loads modules anew at every change.
 */
export function getDb(): Db {
  shared.gradusDb ??= connectDb(requireDatabaseUrl())
  return shared.gradusDb
}

export const db: Db = new Proxy({} as Db, {
  get: (_target, property) => {
    const value = Reflect.get(getDb(), property)
    return typeof value === 'function' ? value.bind(getDb()) : value
  },
})
