import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startPlatform } from '#deploy/local/platform.mjs'
import { startIdentityProvider } from './identity-provider.ts'

/**
 * The browser tests' own platform, as `npm start` makes it: a fresh data folder and database, the demo course, the
 * built web app and a worker. Gone afterwards. Its log goes to the terminal when GRADUS_LOG_LEVEL asks for it.
 */
export default async function startPlatformForBrowserTests() {
  const folder = mkdtempSync(path.join(tmpdir(), 'gradus-e2e-'))
  chmodSync(folder, 0o711)
  const { DATABASE_URL: _, NEXTAUTH_URL: __, ...inherited } = process.env
  const port = process.env.GRADUS_E2E_PORT
  const identity = await startIdentityProvider(`http://localhost:${port}/api/auth/callback/oidc`)
  const environment = { ...inherited, ...identity.environment, GRADUS_DATA: folder, PORT: port }
  const log = (line: string) => console.log(`  ${line}`)
  const platform = await startPlatform({ environment, development: false, log })
  // For helpers that look into the database or call the queue past the pages.
  process.env.DATABASE_URL = platform.env.DATABASE_URL
  process.env.GRADUS_DATA = folder
  return async () => {
    await platform.stop()
    await identity.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
