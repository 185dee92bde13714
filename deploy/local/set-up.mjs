// @ts-check
import { installLibtensorflow } from '../../grader/native/install.mjs'
import { ensureDependencies } from './steps/dependencies.mjs'
import { ensureBrowserAssets, ensurePrismaClient, ensureSandbox } from './steps/generated.mjs'
import { ensureSystemPackages } from './steps/system-packages.mjs'

/**
 * Everything a fresh machine lacks, each step skipped when it is done. Nothing here may import a package: there are
 * none yet when it is loaded.
 * @param {{ withBrowser?: boolean }} [options]
 */
export async function setUp({ withBrowser = false } = {}) {
  await ensureSystemPackages({ withBrowser })
  await ensureDependencies()
  await installLibtensorflow()
  await ensurePrismaClient()
  await ensureBrowserAssets()
  await ensureSandbox()
}
