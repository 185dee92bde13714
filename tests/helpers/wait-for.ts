/** Looks until `look` gives something other than null. @throws Error with `story()` after so many seconds */
export async function waitFor<T>(look: () => Promise<T | null>, seconds: number, story: () => string): Promise<T> {
  const until = Date.now() + seconds * 1000
  while (Date.now() < until) {
    const found = await look()
    if (found !== null) return found
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`nothing for ${seconds} s.\n${story()}`)
}
