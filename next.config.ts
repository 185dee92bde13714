import type { NextConfig } from 'next'

const FOR_AN_HOUR = { key: 'Cache-Control', value: 'public, max-age=3600' }
const FOR_ANY_ORIGIN = { key: 'Access-Control-Allow-Origin', value: '*' }

const config: NextConfig = {
  // These open sockets or start threads by paths of their own, which a bundle breaks.
  serverExternalPackages: [
    ...['pg', 'pg-boss', 'pino', '@prisma/client', '@prisma/adapter-pg'],
    // Megabytes that only the download of a model loads.
    ...['@tensorflow/tfjs', 'h5wasm'],
  ],
  poweredByHeader: false,
  // `npm run check` looks at all types at once; a start must not fail over a type in a test.
  typescript: { ignoreBuildErrors: true },
  headers: async () => [
    {
      source: '/:path*',
      headers: [
        { key: 'X-Content-Type-Options', value: 'nosniff' },
        { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
        { key: 'X-Frame-Options', value: 'SAMEORIGIN' },
        { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
        { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=(), payment=()' },
      ],
    },
    { source: '/monaco/:path*', headers: [FOR_AN_HOUR] },
    { source: '/contract/:path*', headers: [FOR_AN_HOUR] },
    // The sandbox's frame has an opaque origin, to which even our own files are another origin's.
    { source: '/tfjs/:path*', headers: [FOR_AN_HOUR, FOR_ANY_ORIGIN] },
    // Asked for anew each time, as pages are: both sides have to speak of the same things.
    { source: '/sandbox/:path*', headers: [FOR_ANY_ORIGIN] },
  ],
}

export default config
