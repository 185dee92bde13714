import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { access, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { POLICY } from './policy.ts'

const compiler = path.join(path.dirname(fileURLToPath(import.meta.url)), 'compile.py')

/** The system's Python first: python3-seccomp is a system package, which another Python on the path does not see. */
const PYTHONS = ['/usr/bin/python3', 'python3'] as const

export type CompiledPolicy = { ok: true; file: string } | { ok: false; reason: string; remedy: string }

/** The seccomp program for this machine, compiled into `folder` when the policy or its compiler has changed. */
export async function compilePolicy(folder: string): Promise<CompiledPolicy> {
  const policy = JSON.stringify(POLICY)
  const hash = createHash('sha256')
    .update(policy)
    .update(await readFile(compiler))
    .update(process.arch)
    .digest('hex')
    .slice(0, 16)
  const file = path.join(folder, `seccomp-${hash}.bpf`)
  if (
    await access(file).then(
      () => true,
      () => false,
    )
  )
    return { ok: true, file }

  const complaints: string[] = []
  for (const python of PYTHONS) {
    const { code, stdout, stderr } = await run(python, policy)
    if (code === 0 && stdout.byteLength > 0) {
      await mkdir(folder, { recursive: true })
      await writeFile(`${file}.${process.pid}`, stdout)
      await rename(`${file}.${process.pid}`, file)
      return { ok: true, file }
    }
    complaints.push(code === 3 ? `${python} has no seccomp module` : `${python}: ${stderr.trim().slice(-300)}`)
  }
  return {
    ok: false,
    reason: `the system-call filter cannot be compiled: ${complaints.join('; ')}`,
    remedy: 'Install python3-seccomp (Debian, Ubuntu: apt-get install python3-seccomp).',
  }
}

function run(command: string, input: string): Promise<{ code: number | null; stdout: Buffer; stderr: string }> {
  return new Promise((resolve) => {
    const child = spawn(command, [compiler], { stdio: ['pipe', 'pipe', 'pipe'] })
    const out: Buffer[] = []
    const err: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk))
    child.on('error', (error) => resolve({ code: null, stdout: Buffer.alloc(0), stderr: error.message }))
    child.on('close', (code) =>
      resolve({ code, stdout: Buffer.concat(out), stderr: Buffer.concat(err).toString('utf8') }),
    )
    child.stdin.on('error', () => {})
    child.stdin.end(input)
  })
}
