// @ts-check
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { step } from '../../deploy/local/kit/progress.mjs'
import { findProgram, run, tryRun } from '../../deploy/local/kit/run.mjs'
import { runMain, SetupError } from '../../deploy/local/kit/setup-error.mjs'
import { compileBinding } from './compile.mjs'
import { BINDING_PACKAGE, hasNvidiaDriver, wheelFlavour } from './flavour.mjs'
import { hasOwnDownload, linkBinding, linkedFolder } from './link.mjs'
import { smokeTest } from './smoke-test.mjs'
import { downloadWheels, unpackWheels } from './unpack.mjs'

const REPORT = 'gradus.json'

/** Puts libtensorflow under the binding of @tensorflow/tfjs-node-gpu and says which way it took. */
export const installLibtensorflow = () => step('libtensorflow', install, (outcome) => outcome)

/** @param {(note: string) => void} say */
async function install(say) {
  const flavour = wheelFlavour()
  if (flavour && linkedFolder() === flavour.folder) return `${describe(flavour.folder)}, in place`
  if (flavour && existsSync(path.join(flavour.folder, REPORT))) {
    linkBinding(flavour.folder)
    return `${describe(flavour.folder)}, from the cache`
  }
  if (!flavour || (await tryRun(findProgram('python3') ?? 'python3', ['-m', 'pip', '--version'])).code !== 0) {
    return installOwnDownload(say, flavour ? 'pip is missing' : `no wheel for ${process.platform}-${process.arch}`)
  }
  await buildFromWheels(flavour, say)
  return `${describe(flavour.folder)}, from the wheel`
}

/**
 * Built beside its place and renamed into it, so that two starts at once or a broken one never leave half of it.
 * @param {import('./flavour.mjs').Flavour} flavour
 * @param {(note: string) => void} say
 */
async function buildFromWheels(flavour, say) {
  const building = `${flavour.folder}.building-${process.pid}`
  const downloads = path.join(building, 'downloads')
  rmSync(building, { recursive: true, force: true })
  mkdirSync(downloads, { recursive: true })
  try {
    say(`downloading ${flavour.device === 'gpu' ? 'about 3 GB' : 'about 270 MB'}`)
    await downloadWheels(flavour, downloads, say)
    await unpackWheels(downloads, building, say)
    rmSync(downloads, { recursive: true })
    say('compiling the binding')
    await compileBinding(building)
    linkBinding(building)
    say('trying it')
    const report = await smokeTest()
    writeFileSync(
      path.join(building, REPORT),
      `${JSON.stringify({ ...report, device: flavour.device, way: 'wheel' })}\n`,
    )
    if (!existsSync(flavour.folder)) renameSync(building, flavour.folder)
    linkBinding(flavour.folder)
  } finally {
    rmSync(building, { recursive: true, force: true })
  }
}

/**
 * The package's own way, for machines without pip: libtensorflow 2.9 and a ready-made binding from its publisher.
 * @param {(note: string) => void} say
 * @param {string} reason
 */
async function installOwnDownload(say, reason) {
  if (!hasOwnDownload()) {
    say("the package's own download")
    // Its script calls node-pre-gyp by name, as npm would have put it on PATH.
    const bin = path.resolve(BINDING_PACKAGE, '../../.bin')
    const env = { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH}` }
    rmSync(path.join(BINDING_PACKAGE, 'deps'), { recursive: true, force: true })
    rmSync(path.join(BINDING_PACKAGE, 'lib'), { recursive: true, force: true })
    await run(process.execPath, ['scripts/install.js', hasNvidiaDriver() ? 'gpu' : 'cpu', 'download'], {
      cwd: BINDING_PACKAGE,
      env,
      remedy: `${reason}, so libtensorflow comes from its publisher: install pip (Debian/Ubuntu: python3-pip) or reach that server.`,
    })
    if (!hasOwnDownload()) throw new SetupError(`libtensorflow did not arrive (${reason})`, 'install pip for Python 3.')
    await smokeTest()
  }
  return `the package's own download, because ${reason}`
}

/** @param {string} folder */
function describe(folder) {
  const { version, gpu, device } = JSON.parse(readFileSync(path.join(folder, REPORT), 'utf8'))
  return `${version} ${device === 'gpu' && !gpu ? 'GPU build (no usable GPU: runs on the CPU)' : device.toUpperCase()}`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await runMain(async () => {
    await installLibtensorflow()
    return 0
  })
}
