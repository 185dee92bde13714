import { type NextRequest, NextResponse } from 'next/server'
import { env } from '#lib/env.ts'

/** A policy without inline scripts: Next puts the nonce on its own, which load the rest ('strict-dynamic'). */
function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'self'",
    // React's development build evaluates code to rebuild stack traces; the production build never does.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${env().NODE_ENV === 'development' ? " 'unsafe-eval'" : ''}`,
    // Monaco and uPlot write style attributes.
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self' data:",
    "img-src 'self' data: blob:",
    // Monaco's AMD build wraps its workers in blobs.
    "worker-src 'self' blob:",
    "connect-src 'self'",
    "frame-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** Runs before every page: a fresh nonce, and the page's own path for what has to send people back to it. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.randomUUID()).toString('base64')
  const policy = contentSecurityPolicy(nonce)
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('x-path', request.nextUrl.pathname + request.nextUrl.search)
  // Next reads the nonce from the request's copy of the policy.
  headers.set('Content-Security-Policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('Content-Security-Policy', policy)
  return response
}

export const config = {
  matcher: [
    {
      source: '/((?!_next/static|_next/image|monaco/|tfjs/|contract/|preview/|favicon.ico|icon.svg).*)',
      missing: [{ type: 'header', key: 'next-router-prefetch' }],
    },
  ],
}
