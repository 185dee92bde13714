import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { findIdentity, isAlive, statFields } from './process-identity.ts'

/** sysconf(_SC_CLK_TCK): 100 on every Linux that Node runs on. */
const TICKS_A_SECOND = 100

export interface TreeUsage {
  pids: number[]
  threads: number
  cpuSeconds: number
  residentMiB: number
}

/** What a process and its descendants use now, read from /proc: for where no cgroup counts. */
export function processTree(rootPid: number): TreeUsage {
  const usage: TreeUsage = { pids: [], threads: 0, cpuSeconds: 0, residentMiB: 0 }
  const visit = (pid: number) => {
    const stat = statFields(pid)
    if (!stat) return
    usage.pids.push(pid)
    // Fields 14 to 17: own user and system time, and those of children that were waited for.
    usage.cpuSeconds += [11, 12, 13, 14].reduce((sum, at) => sum + Number(stat[at]), 0) / TICKS_A_SECOND
    usage.threads += Number(stat[17])
    usage.residentMiB += residentMiB(pid)
    for (const child of childrenOf(pid)) visit(child)
  }
  visit(rootPid)
  return usage
}

/** Kills a process and its descendants; true when none of them is left. */
export async function killTree(rootPid: number): Promise<boolean> {
  const { pids } = processTree(rootPid)
  const identities = pids.flatMap((pid) => findIdentity(pid) ?? [])
  // The innermost first: a box's own first process takes the whole pid namespace with it.
  for (const pid of pids.reverse()) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It is gone already.
    }
  }
  for (let attempt = 0; attempt < 500; attempt++) {
    const left = identities.filter((identity) => isAlive(identity) && !isZombie(identity))
    if (left.length === 0) return true
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

function childrenOf(pid: number): number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, 'latin1').trim().split(' ').filter(Boolean).map(Number),
    )
  } catch {
    return []
  }
}
