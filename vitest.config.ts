import { defineConfig } from 'vitest/config'

/** Unit tests lie beside the code; what needs a machine (a database, a box, libtensorflow) lies in tests/. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{app,lib,grader,deploy,prisma,exercises,datasets}/**/*.test.{ts,tsx}'],
          exclude: ['lib/generated/**'],
          // Some train a small network; five seconds are few on a machine that does other things too.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          globalSetup: 'tests/helpers/template-database.ts',
          setupFiles: 'tests/helpers/own-database.ts',
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      // Two cores train one model each at best: files run one after the other.
      {
        test: {
          name: 'grader',
          include: ['tests/grader/**/*.test.ts'],
          fileParallelism: false,
          // libtensorflow says more than is wanted each time it loads a graph.
          env: { TF_CPP_MIN_LOG_LEVEL: '2' },
          testTimeout: 300_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'security',
          include: ['tests/security/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
