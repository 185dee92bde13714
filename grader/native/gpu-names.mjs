// @ts-check
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/**
 * The models of the NVIDIA GPUs that the driver lists, read from its own files: no tool needs to be installed.
 * @param {string} [folder]
 * @returns {string[]}
 */
export function gpuNames(folder = '/proc/driver/nvidia/gpus') {
  try {
    return readdirSync(folder).map((bus) => {
      const text = readFileSync(path.join(folder, bus, 'information'), 'utf8')
      return /^Model:\s*(.+)$/m.exec(text)?.[1]?.trim() ?? bus
    })
  } catch {
    return []
  }
}
