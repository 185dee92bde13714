// @ts-check
import path from 'node:path'
import { step } from '../kit/progress.mjs'
import { hashSources, isStamped, writeStamp } from '../kit/stamp.mjs'
import { prepareDatabase, runTypeScript } from '../postgres/database.mjs'

/** Tables, queue and demo course come out of these. */
const MADE_FROM = ['datasets', 'exercises', 'lib', 'prisma', 'package-lock.json']

/**
 * Tables and queue as this version of the code wants them, and the demo course in them.
 * @param {NodeJS.ProcessEnv} env
 * @param {{ keptIn: string | undefined }} options the data folder the database lies in: then a stamp beside it tells
 *   that there is nothing to do. Of somebody else's database that is never known.
 */
export async function ensureContents(env, { keptIn }) {
  const stamp = keptIn && path.join(keptIn, 'postgres/gradus.stamp')
  const hash = hashSources(MADE_FROM)
  if (stamp && isStamped(stamp, hash)) return
  await step('tables and queue', (say) => prepareDatabase(env, say))
  await step('demo course', (say) => runTypeScript('prisma/seed.ts', { env, onLine: say }))
  if (stamp) writeStamp(stamp, hash)
}
