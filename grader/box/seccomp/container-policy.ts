import { createHash } from 'node:crypto'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { type ConditionalCall, POLICY } from './policy.ts'

const ARCHITECTURES: Partial<Record<NodeJS.Architecture, string>> = {
  x64: 'SCMP_ARCH_X86_64',
  arm64: 'SCMP_ARCH_AARCH64',
}

/** ENOSYS, as the filter of bubblewrap answers. */
const ENOSYS = 38

/**
 * The same policy as a container engine reads it (OCI runtime specification, `linux.seccomp`). With one architecture
 * listed, calls by a foreign one's numbers end the caller.
 */
export function containerPolicy(arch: NodeJS.Architecture = process.arch): string {
  const profile = {
    defaultAction: 'SCMP_ACT_ERRNO',
    defaultErrnoRet: ENOSYS,
    architectures: [ARCHITECTURES[arch]].filter((name) => name !== undefined),
    syscalls: [
      { names: POLICY.allow, action: 'SCMP_ACT_ALLOW' },
      ...POLICY.allowWhen.map((rule) => ({ names: [rule.call], action: 'SCMP_ACT_ALLOW', args: [condition(rule)] })),
    ],
  }
  return JSON.stringify(profile, null, 1)
}

/** Masks of all 64 bits are an equality: JSON has no number for them. */
const condition = ({ arg, mask, value }: ConditionalCall) =>
  /^0xf{16}$/.test(mask)
    ? { index: arg, value: Number(value), op: 'SCMP_CMP_EQ' }
    : { index: arg, value: Number(mask), valueTwo: Number(value), op: 'SCMP_CMP_MASKED_EQ' }

/** Writes it into `folder`, named by its content. */
export async function writeContainerPolicy(folder: string): Promise<string> {
  const text = containerPolicy()
  const file = path.join(folder, `seccomp-${createHash('sha256').update(text).digest('hex').slice(0, 16)}.json`)
  await mkdir(folder, { recursive: true })
  await writeFile(`${file}.${process.pid}`, text)
  await rename(`${file}.${process.pid}`, file)
  return file
}
