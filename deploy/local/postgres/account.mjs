// @ts-check
import { readFileSync } from 'node:fs'
import { isRoot } from '../kit/paths.mjs'
import { findProgram, run } from '../kit/run.mjs'

/**
 * PostgreSQL refuses to run as root, so root hands it to the user `postgres`; anybody else runs it as themselves.
 * @typedef {{ uid: number, gid: number } | Record<string, never>} Account spawn's way to run a program as somebody
 */

/** @returns {Promise<Account>} */
export async function serverAccount() {
  if (!isRoot) return {}
  const known = lookUp('postgres')
  if (known) return known
  const remedy = 'create a system user named `postgres`, or set DATABASE_URL to a PostgreSQL of your own.'
  await run(findProgram('useradd') ?? '/usr/sbin/useradd', ['--system', '--user-group', 'postgres'], { remedy })
  return lookUp('postgres') ?? {}
}

/** @param {string} name */
function lookUp(name) {
  const entry = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((line) => line.startsWith(`${name}:`))
  if (!entry) return undefined
  const [, , uid, gid] = entry.split(':')
  return { uid: Number(uid), gid: Number(gid) }
}
