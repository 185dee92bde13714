/** Runs once when the web server starts. */
export async function register(): Promise<void> {
  // Next.js builds this file for the Edge runtime as well, where none of what is imported here exists. It replaces the
  // name by a constant and drops the branch.
  // biome-ignore lint/style/noProcessEnv: a constant of the build, not a setting
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { superviseRuns } = await import('#lib/supervise-queue.ts')
    superviseRuns()
  }
}
