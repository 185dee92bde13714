// Run by the start program before anything slow: a wrong variable stops it with its name and what it should be.
import { EnvError, parseEnv } from '#lib/env.ts'

try {
  // biome-ignore lint/style/noProcessEnv: this is the check of the environment itself
  parseEnv(process.env)
} catch (error) {
  if (!(error instanceof EnvError)) throw error
  console.error(error.message)
  process.exitCode = 1
}
