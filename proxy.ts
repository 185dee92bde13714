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

const SANDBOX_FRAME = '/sandbox/frame.html'

/**
 * The policy of the frame that learners' code runs in. It has an origin of its own, so it reaches no cookie, no storage and
 * no page; it may evaluate code, and load TensorFlow.js and its own programs from here, and nothing else from anywhere.
 */
function sandboxPolicy(request: NextRequest): string {
  const proto = request.headers.get('x-forwarded-proto')?.split(',')[0] ?? request.nextUrl.protocol.replace(':', '')
  const host = request.headers.get('x-forwarded-host') ?? request.headers.get('host') ?? request.nextUrl.host
  const origin = `${proto}://${host}`
  return [
    'sandbox allow-scripts',
    "default-src 'none'",
    `script-src ${origin}/sandbox/ ${origin}/tfjs/ 'unsafe-eval' blob:`,
    'worker-src blob:',
    `connect-src ${origin}/sandbox/ ${origin}/tfjs/`,
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${origin}`,
  ].join('; ')
}

/** Runs before every page: a fresh nonce, and the page's own path for what has to send people back to it. */
export function proxy(request: NextRequest): NextResponse {
  if (request.nextUrl.pathname === SANDBOX_FRAME) {
    const response = NextResponse.next()
    response.headers.set('Content-Security-Policy', sandboxPolicy(request))
    return response
  }
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
      source: '/((?!_next/static|_next/image|monaco/|tfjs/|sandbox/(?!frame)|contract/|favicon.ico|icon.svg).*)',
      missing: [{ type: 'header', key: 'next-router-prefetch' }],
    },
  ],
}
