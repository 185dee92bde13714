// @ts-check
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { findProgram, run, tryRun } from '../../deploy/local/kit/run.mjs'
import { SetupError } from '../../deploy/local/kit/setup-error.mjs'

/** Of the 262 MB wheel: the two libraries, and the headers the binding's five C++ files include. */
const CONTENTS = [
  'tensorflow/libtensorflow_cc.so.2',
  'tensorflow/libtensorflow_framework.so.2',
  'tensorflow/include/tensorflow/c/*',
  'tensorflow/include/tensorflow/core/platform/*',
  'tensorflow/include/tensorflow/compiler/*/stream_executor/*',
  'tensorflow/include/tsl/*',
  'tensorflow/include/xla/tsl/*',
]

const NETWORK_REMEDY =
  'check that this machine reaches the Python package index (PIP_INDEX_URL, proxy), or copy a filled cache folder from another machine.'

/**
 * Downloads the pinned wheels; pip refuses a file whose hash isn't the committed one.
 * @param {import('./flavour.mjs').Flavour} flavour
 * @param {string} folder
 * @param {(note: string) => void} say
 */
export async function downloadWheels(flavour, folder, say) {
  // The interpreter's own version doesn't matter: the libraries are the same in each wheel, the pin names this one.
  const target = ['--python-version', '3.12', '--implementation', 'cp', '--platform', flavour.platform]
  // NVIDIA's wheels name older platforms, which pip doesn't infer from the newer one.
  const older =
    flavour.device === 'gpu' ? ['manylinux_2_25_x86_64', 'manylinux_2_17_x86_64', 'manylinux_2_12_x86_64'] : []
  const platforms = older.flatMap((platform) => ['--platform', platform])
  const pins = ['--require-hashes', '--requirement', flavour.wheels]
  const quiet = ['--disable-pip-version-check', '--no-input', '--progress-bar', 'off']
  const python = findProgram('python3') ?? 'python3'
  const args = ['-m', 'pip', 'download', '--no-deps', '--only-binary=:all:', ...target, ...platforms, ...pins, ...quiet]
  await run(python, [...args, '--dest', folder], { onLine: say, remedy: NETWORK_REMEDY })
}

/**
 * Takes libraries and headers out of the wheels into `lib/`, `include/` and, for a GPU, `nvidia/` beside them: the
 * library's RUNPATH is `$ORIGIN/../nvidia/<name>/lib`.
 * @param {string} downloads
 * @param {string} destination
 * @param {(note: string) => void} say
 */
export async function unpackWheels(downloads, destination, say) {
  const scratch = mkdtempSync(path.join(destination, 'unpack-'))
  const unzip = findProgram('unzip') ?? 'unzip'
  for (const wheel of readdirSync(downloads).filter((name) => name.endsWith('.whl'))) {
    say(`unpacking ${wheel}`)
    const contents = wheel.startsWith('tensorflow') ? CONTENTS : ['nvidia/*', '-x', '*/include/*']
    const args = ['-qo', path.join(downloads, wheel), ...contents, '-d', scratch]
    const { code, output } = await tryRun(unzip, args)
    // 11: a pattern matched nothing, which differs between versions; what is really missing fails below.
    if (code !== 0 && code !== 11)
      throw new SetupError(`unpacking ${wheel} failed: ${output}`, 'check the free disk space.')
  }
  mkdirSync(path.join(destination, 'lib'))
  for (const library of ['libtensorflow_cc.so.2', 'libtensorflow_framework.so.2']) {
    renameSync(path.join(scratch, 'tensorflow', library), path.join(destination, 'lib', library))
  }
  renameSync(path.join(scratch, 'tensorflow/include'), path.join(destination, 'include'))
  if (existsSync(path.join(scratch, 'nvidia'))) {
    renameSync(path.join(scratch, 'nvidia'), path.join(destination, 'nvidia'))
  }
  rmSync(scratch, { recursive: true })
  const strip = findProgram('strip')
  if (!strip) return
  for (const library of readdirSync(path.join(destination, 'lib'))) {
    say(`stripping ${library}`) // 850 MB become 630
    await run(strip, ['--strip-unneeded', path.join(destination, 'lib', library)])
  }
}
