import { cpus } from 'node:os'

/** What a measurement was taken on. */
export const machine = () => ({ cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length, node: process.version })
