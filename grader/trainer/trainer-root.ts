import { createHash } from 'node:crypto'
import { constants, existsSync } from 'node:fs'
import { chmod, copyFile, mkdir, mkdtemp, realpath, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Bind } from '#grader/box/launch-command.ts'
import { neededLibraries } from '#grader/box/needed-libraries.ts'
import { nativeStatus } from '../native/status.mjs'

const MODULES = fileURLToPath(new URL('../../node_modules', import.meta.url))
const BINDING = path.join(MODULES, '@tensorflow/tfjs-node-gpu/lib/napi-v8/tfjs_binding.node')
const STAND_IN = fileURLToPath(new URL('../native/util-stand-in.cjs', import.meta.url))

/** The one writable place inside. Not /tmp: what is shown may lie below a folder of that name. */
export const SCRATCH = '/scratch'
/** Where the driver's own libraries of a GPU are shown: they belong to the host, not to libtensorflow. */
const DRIVER_LIBRARIES = '/driver-libraries'

/** What a trainer sees: node and its libraries in `folder`; packages and libtensorflow bound over empty folders of it. */
export interface TrainerRoot {
  folder: string
  tmpMountPoint: string
  libraryFolders: string[]
  binds: Bind[]
  /** Paths inside. */
  program: string
  standIn: string
}

/** Assembles it in `folder`, once for each Node and libtensorflow. */
export async function assembleTrainerRoot(folder: string, program: string): Promise<TrainerRoot> {
  const native = nativeStatus()
  const libtensorflow = native.folder
  const ofBinding = existsSync(BINDING) ? await neededLibraries(BINDING) : []
  const own = (library: string) => path.isAbsolute(library) && !library.startsWith(MODULES)
  const libraries = [...new Set([...(await neededLibraries(process.execPath)), ...ofBinding.filter(own)])]
  const driver = native.build === 'gpu' && native.nvidiaDriver ? driverFolder() : null
  const shown = [
    { from: await realpath(MODULES), to: '/app/node_modules' },
    ...(libtensorflow ? [{ from: libtensorflow, to: libtensorflow }] : []),
    ...(driver
      ? [
          { from: driver, to: DRIVER_LIBRARIES },
          { from: '/sys', to: '/sys' },
        ]
      : []),
  ]
  const hash = createHash('sha256').update(JSON.stringify(shown))
  for (const file of [process.execPath, STAND_IN, ...libraries]) {
    const { size, mtimeMs } = await stat(file)
    hash.update(`${file} ${size} ${mtimeMs}\n`)
  }
  const root = path.join(folder, `trainer-${hash.digest('hex').slice(0, 16)}`)
  const tmpMountPoint = path.join(folder, 'tmp-mount-point')
  await mkdir(tmpMountPoint, { recursive: true, mode: 0o755 })
  const inside: TrainerRoot = {
    folder: root,
    tmpMountPoint,
    libraryFolders: [
      ...new Set(libraries.map((library) => path.dirname(library))),
      ...(driver ? [DRIVER_LIBRARIES] : []),
    ],
    binds: shown.map(({ from, to }) => ({ from, to: path.join(root, to) })),
    program: path.join('/app/node_modules', path.relative(MODULES, program)),
    standIn: '/app/util-stand-in.cjs',
  }
  if (existsSync(root)) return inside

  const work = await mkdtemp(path.join(folder, 'making-'))
  try {
    await chmod(work, 0o755)
    for (const empty of ['/proc', '/dev', SCRATCH, ...shown.map(({ to }) => to)])
      await mkdir(path.join(work, empty), { recursive: true, mode: 0o755 })
    const put = async (from: string, to: string, mode: number) => {
      const target = path.join(work, to)
      await mkdir(path.dirname(target), { recursive: true, mode: 0o755 })
      await copyFile(from, target, constants.COPYFILE_FICLONE)
      await chmod(target, mode)
    }
    await put(process.execPath, '/node', 0o555)
    await put(STAND_IN, inside.standIn, 0o444)
    for (const library of libraries) await put(library, library, 0o555)
    await rename(work, root)
  } catch (error) {
    await rm(work, { recursive: true, force: true })
    // Another worker assembled the same root meanwhile.
    if ((error as NodeJS.ErrnoException).code !== 'ENOTEMPTY') throw error
  }
  return inside
}

/** The host's folder with the NVIDIA driver's libraries; null where none is known. */
const driverFolder = (): string | null =>
  ['/usr/lib/x86_64-linux-gnu', '/usr/lib64', '/usr/local/nvidia/lib64'].find((folder) =>
    existsSync(path.join(folder, 'libcuda.so.1')),
  ) ?? null
