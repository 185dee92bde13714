import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { isAlive, type ProcessIdentity, statFields } from './process-identity.ts'

/** sysconf(_SC_CLK_TCK): 100 on every Linux that Node runs on. */
const TICKS_A_SECOND = 100

export interface TreeUsage {
  processes: ProcessIdentity[]
  threads: number
  cpuSeconds: number
  residentMiB: number
}

/** What a process and its descendants use now, read from /proc: for where no cgroup counts. */
export function processTree(rootPid: number): TreeUsage {
  const usage: TreeUsage = { processes: [], threads: 0, cpuSeconds: 0, residentMiB: 0 }
  const visit = (pid: number) => {
    const stat = statFields(pid)
    if (!stat) return
    usage.processes.push(`${pid}-${stat[19]}`)
    // Fields 14 to 17: own user and system time, and those of children that were waited for.
    usage.cpuSeconds += [11, 12, 13, 14].reduce((sum, at) => sum + Number(stat[at]), 0) / TICKS_A_SECOND
    usage.threads += Number(stat[17])
    usage.residentMiB += residentMiB(pid)
    for (const child of childrenOf(pid)) visit(child)
  }
  visit(rootPid)
  return usage
}

/** True when a thread of one of the processes runs, waits for a processor or for pages: it works, and doesn't idle. */
export function isBusy(pids: readonly number[]): boolean {
  return pids.some((pid) =>
    threadsOf(pid).some((thread) => /[RD]/.test(statFields(`${pid}/task/${thread}`)?.[0] ?? '')),
  )
}

/** Kills processes, and waits until none of them is left: false when that does not happen within five seconds. */
export async function killProcesses(identities: readonly ProcessIdentity[]): Promise<boolean> {
  for (let attempt = 0; attempt < 500; attempt++) {
    const left = identities.filter((identity) => isAlive(identity) && !isZombie(identity))
    if (left.length === 0) return true
    // The innermost first: a box's own first process takes the whole pid namespace with it.
    for (const identity of left.reverse()) {
      try {
        process.kill(Number(identity.split('-', 1)[0]), 'SIGKILL')
      } catch {
        // It is gone already.
      }
    }
    await sleep(attempt < 20 ? 1 : 10)
  }
  return false
}

const isZombie = (identity: string): boolean => statFields(Number(identity.split('-', 1)[0]))?.[0] === 'Z'

function residentMiB(pid: number): number {
  try {
    const found = /^RssAnon:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))
    return found ? Number(found[1]) / 1024 : 0
  } catch {
    return 0
  }
}

function threadsOf(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`)
  } catch {
    return []
  }
}

function childrenOf(pid: number): number[] {
  try {
    return threadsOf(pid).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, 'latin1').trim().split(' ').filter(Boolean).map(Number),
    )
  } catch {
    return []
  }
}
