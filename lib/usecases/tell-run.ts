import type { Tx } from '../db.ts'
import { RUN_CHANNEL } from '../run-channel.ts'

/** Tells the pages that follow the run, once the transaction commits. They read the rest themselves. */
export async function tellRun(tx: Tx, runId: string, seq: number): Promise<void> {
  await tx.$queryRaw`select pg_notify(${RUN_CHANNEL}, ${`${runId}:${seq}`})::text`
}
