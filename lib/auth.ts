import { PrismaAdapter } from '@auth/prisma-adapter'
import type { NextAuthOptions } from 'next-auth'
import type { Adapter } from 'next-auth/adapters'
import CredentialsProvider from 'next-auth/providers/credentials'
import type { OAuthConfig } from 'next-auth/providers/oauth'
import { z } from 'zod'
import { getDb } from './db.ts'
import { env } from './env.ts'
import { authenticateUser } from './usecases/authenticate-user.ts'

const EIGHT_HOURS_SECONDS = 8 * 3600

/** The error codes that the sign-in page may find in `?error=`. */
export const SIGN_IN_ERRORS = { wrong: 'CredentialsSignin', tooMany: 'TooManyAttempts' } as const

/** What an identity provider says about somebody. */
const OidcProfile = z.object({
  sub: z.string().min(1),
  name: z.string().optional(),
  email: z.email().optional(),
})

/** Over https the cookie is `__Secure-`; `SECURE_COOKIES` overrides it for a proxy that ends TLS elsewhere. */
export const usesSecureCookies = (): boolean =>
  env().SECURE_COOKIES ?? env().NEXTAUTH_URL?.startsWith('https://') ?? false

export const sessionCookieName = (): string => `${usesSecureCookies() ? '__Secure-' : ''}next-auth.session-token`

/** @throws Error when it is not set: sessions could be forged. */
export function sessionSecret(): string {
  const secret = env().NEXTAUTH_SECRET
  if (!secret) throw new Error('NEXTAUTH_SECRET is not set: it should be a secret of at least 16 characters.')
  return secret
}

/** Null when sign-in by password is all there is. */
export function findOidcProvider(): OAuthConfig<z.infer<typeof OidcProfile>> | null {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME } = env()
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET) return null
  return {
    id: 'oidc',
    name: OIDC_NAME,
    type: 'oauth',
    wellKnown: `${OIDC_ISSUER.replace(/\/$/, '')}/.well-known/openid-configuration`,
    authorization: { params: { scope: 'openid email profile' } },
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    profile(claims) {
      const { sub, name, email } = OidcProfile.parse(claims)
      return { id: sub, name: name ?? null, email: email?.toLowerCase() ?? null }
    },
  }
}

const passwordProvider = () =>
  CredentialsProvider({
    name: 'Password',
    credentials: { email: { type: 'email' }, password: { type: 'password' } },
    async authorize(given, request) {
      const forwarded: unknown = request.headers?.['x-forwarded-for']
      // Next sets the header itself from the socket when no proxy did.
      const address = typeof forwarded === 'string' ? (forwarded.split(',').at(-1)?.trim() ?? '') : 'unknown'
      const result = await authenticateUser(getDb(), {
        email: given?.email ?? '',
        password: given?.password ?? '',
        address,
      })
      if (result.ok) return result.user
      if (result.reason === 'too-many') throw new Error(SIGN_IN_ERRORS.tooMany)
      return null
    },
  })

/**
 * Made anew for each request, so that importing this file needs no environment. The session holds the person's id
 * only: what they may do is read from the database every time (lib/access.ts).
 */
export function authOptions(): NextAuthOptions {
  const oidc = findOidcProvider()
  return {
    // The adapter's types know the classic client only; it calls the same methods.
    adapter: PrismaAdapter(getDb() as unknown as Parameters<typeof PrismaAdapter>[0]) as Adapter,
    secret: sessionSecret(),
    useSecureCookies: usesSecureCookies(),
    session: { strategy: 'jwt', maxAge: EIGHT_HOURS_SECONDS },
    pages: { signIn: '/signin', error: '/signin' },
    providers: [passwordProvider(), ...(oidc ? [oidc] : [])],
    callbacks: {
      async signIn({ user }) {
        const known = await getDb().user.findUnique({ where: { id: user.id }, select: { deactivatedAt: true } })
        return known?.deactivatedAt == null
      },
      jwt({ token, user }) {
        return user ? { sub: user.id } : token
      },
    },
  }
}
