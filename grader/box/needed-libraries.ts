import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/** Paths in the output of ldd(1): `name => /path (0x…)` and `/path (0x…)`; the kernel's vdso has none. */
export function parseLdd(output: string): string[] {
  return output.split('\n').flatMap((line) => /(?:=> |^\s*)(\/\S+) \(0x/.exec(line)?.[1] ?? [])
}

/** The shared libraries that a program needs, its loader among them. */
export async function neededLibraries(program: string): Promise<string[]> {
  const { stdout } = await promisify(execFile)('ldd', [program])
  const libraries = parseLdd(stdout)
  if (libraries.length === 0) throw new Error(`ldd names no libraries of ${program}`)
  return libraries
}
