import { defineConfig } from '@playwright/test'
import { freePort } from '#deploy/local/kit/ports.mjs'
import { findBrowser } from '#deploy/local/steps/system-packages.mjs'

// Chosen once in the main process and inherited by the test processes, which load this file again.
process.env.GRADUS_E2E_PORT ??= String(await freePort())

/** No sandbox, for it often runs as root; the rest keeps Chromium from talking to anybody but us. */
const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--enable-unsafe-swiftshader',
]

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/e2e',
  globalSetup: './tests/e2e/setup/start-platform.ts',
  // Two cores train, serve and render: one test at a time, and a training may take a while.
  workers: 1,
  timeout: 180_000,
  expect: { timeout: 20_000 },
  use: {
    baseURL: `http://localhost:${process.env.GRADUS_E2E_PORT}`,
    viewport: { width: 1440, height: 900 },
    screenshot: 'only-on-failure',
    // Without its film, which costs as much as what it films: the pages' snapshots tell enough.
    trace: { mode: 'retain-on-failure', screenshots: false },
    launchOptions: { executablePath: findBrowser(), args: CHROMIUM_FLAGS },
  },
})
