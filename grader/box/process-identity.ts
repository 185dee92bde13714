import { readFileSync } from 'node:fs'

/** A process that cannot be mistaken for a later one with the same pid: `pid-start`, start in ticks since boot. */
export type ProcessIdentity = string

/** The fields of `/proc/<pid>/stat` (or of a thread: `<pid>/task/<tid>`) from the third on (the second, the name, may hold spaces and brackets). */
export function statFields(pid: number | string): string[] | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch {
    return null
  }
}

export function findIdentity(pid: number): ProcessIdentity | null {
  const start = statFields(pid)?.[19]
  return start === undefined ? null : `${pid}-${start}`
}

export const isAlive = (identity: ProcessIdentity): boolean =>
  findIdentity(Number(identity.split('-', 1)[0])) === identity
