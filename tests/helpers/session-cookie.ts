import { encode } from 'next-auth/jwt'
import { sessionCookieName, sessionSecret } from '#lib/auth.ts'

/** The cookie that signing in leaves: what a browser of that person would send. Null for nobody. */
export async function sessionCookie(userId: string | null): Promise<string> {
  if (userId === null) return ''
  return `${sessionCookieName()}=${await encode({ token: { sub: userId }, secret: sessionSecret() })}`
}
