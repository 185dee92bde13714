import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { access, chmod, copyFile, mkdir, mkdtemp, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { neededLibraries } from './needed-libraries.ts'

/** A folder that holds all a box may see: node, its libraries, the learner program, and empty mount points. */
export interface BoxRoot {
  folder: string
  /** Folders inside it with shared libraries. */
  libraryFolders: string[]
  /** An empty folder beside it to mount the writable one on. */
  tmpMountPoint: string
}

/** Empty folders to mount on, by name, with their modes. */
export type MountPoints = Readonly<Record<string, number>>

export async function makeMountPoints(folder: string, mountPoints: MountPoints): Promise<void> {
  for (const [name, mode] of Object.entries(mountPoints)) {
    await mkdir(path.join(folder, name), { recursive: true })
    // mkdir's own mode is cut by the umask.
    await chmod(path.join(folder, name), mode)
  }
}

/**
 * Assembles the box's root in `folder`, once for each learner program and Node. One bind of one folder then shows all
 * there is, starts quicker than a bind for each file, and leaves no host path but this folder's in the box's mount table.
 */
export async function assembleBoxRoot(
  folder: string,
  snapshotFile: string,
  nodePath: string,
  mountPoints: MountPoints = { proc: 0o755, dev: 0o755, tmp: 0o755 },
): Promise<BoxRoot> {
  const libraries = await neededLibraries(nodePath)
  const hash = createHash('sha256').update(JSON.stringify(mountPoints))
  for (const file of [nodePath, snapshotFile, ...libraries]) {
    const { size, mtimeMs } = await stat(file)
    hash.update(`${file} ${size} ${mtimeMs}\n`)
  }
  const root: BoxRoot = {
    folder: path.join(folder, `root-${hash.digest('hex').slice(0, 16)}`),
    libraryFolders: [...new Set(libraries.map((library) => path.dirname(library)))],
    tmpMountPoint: path.join(folder, 'tmp-mount-point'),
  }
  await mkdir(root.tmpMountPoint, { recursive: true, mode: 0o755 })
  if (
    await access(root.folder).then(
      () => true,
      () => false,
    )
  )
    return root

  const work = await mkdtemp(path.join(folder, 'making-'))
  try {
    await chmod(work, 0o755)
    await makeMountPoints(work, mountPoints)
    const put = async (from: string, to: string, mode: number) => {
      const target = path.join(work, to)
      await mkdir(path.dirname(target), { recursive: true, mode: 0o755 })
      await copyFile(from, target, constants.COPYFILE_FICLONE)
      await chmod(target, mode)
    }
    await put(nodePath, 'node', 0o555)
    await put(snapshotFile, 'learner.blob', 0o444)
    for (const library of libraries) await put(library, library, 0o555)
    await rename(work, root.folder)
  } catch (error) {
    await rm(work, { recursive: true, force: true })
    // Another worker assembled the same root meanwhile.
    if ((error as NodeJS.ErrnoException).code !== 'ENOTEMPTY') throw error
  }
  return root
}
