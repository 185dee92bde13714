import type { Route } from 'next'

/** Where to go after signing in: a path of ours, or home. Anything that a browser could read as another site is refused. */
export function safeReturnPath(given: string | string[] | undefined): Route {
  if (typeof given !== 'string') return '/'
  const base = 'http://ours.invalid'
  // A browser drops tabs and newlines and turns backslashes round before it reads an address; so does URL.
  const url = URL.canParse(given, base) ? new URL(given, base) : null
  if (!url || url.origin !== base || url.pathname.startsWith('//')) return '/'
  return `${url.pathname}${url.search}` as Route
}
