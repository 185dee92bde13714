import { Client } from 'pg'
import { requireDatabaseUrl } from './env.ts'
import { log } from './log.ts'
import { RUN_CHANNEL } from './run-channel.ts'

const RECONNECT_MS = 500

type Listener = () => void

/**
 * One LISTEN connection, fanned out by run. LISTEN needs a direct connection: it does not work through a pooler in
 * transaction mode, where pages fall back on their polling.
 */
export class RunListener {
  private readonly listeners = new Map<string, Set<Listener>>()
  private client: Client | null = null
  private connecting: Promise<void> | null = null
  private stopped = false

  constructor(private readonly connectionString: string) {}

  /** Calls `listener` after each change of the run, and when changes may have been missed. Resolves once it listens. */
  async subscribe(runId: string, listener: Listener): Promise<() => void> {
    const ofRun = this.listeners.get(runId) ?? new Set()
    this.listeners.set(runId, ofRun.add(listener))
    const unsubscribe = () => {
      ofRun.delete(listener)
      if (ofRun.size === 0 && this.listeners.get(runId) === ofRun) this.listeners.delete(runId)
    }
    try {
      await this.connect()
    } catch (error) {
      unsubscribe()
      throw error
    }
    return unsubscribe
  }

  async stop(): Promise<void> {
    this.stopped = true
    await this.client?.end()
  }

  private connect(): Promise<void> {
    this.connecting ??= this.open().catch((error) => {
      this.connecting = null
      throw error
    })
    return this.connecting
  }

  private async open(): Promise<void> {
    const client = new Client({ connectionString: this.connectionString, keepAlive: true })
    client.on('notification', ({ payload }) => this.tell(payload?.split(':')[0] ?? ''))
    // A lost connection gives 'error' and then 'end'; a refused one only rejects `connect`.
    client.on('error', (error) => log('listen').warn({ error: error.message }, 'connection lost'))
    client.on('end', () => this.reconnect(client))
    await client.connect()
    await client.query(`listen ${RUN_CHANNEL}`)
    this.client = client
  }

  private reconnect(lost: Client): void {
    if (this.stopped || this.client !== lost) return
    this.client = null
    this.connecting = null
    setTimeout(() => {
      this.connect().then(
        () => {
          // What was told meanwhile was not heard: everyone looks for themselves.
          for (const runId of this.listeners.keys()) this.tell(runId)
        },
        () => this.retryLater(),
      )
    }, RECONNECT_MS).unref()
  }

  private retryLater(): void {
    setTimeout(() => {
      if (!this.stopped) this.connect().catch(() => this.retryLater())
    }, RECONNECT_MS).unref()
  }

  private tell(runId: string): void {
    for (const listener of this.listeners.get(runId) ?? []) listener()
  }
}

const shared = globalThis as typeof globalThis & { gradusRunListener?: RunListener }

/** The process's listener, connected at its first subscription. */
export function runListener(): RunListener {
  shared.gradusRunListener ??= new RunListener(requireDatabaseUrl())
  return shared.gradusRunListener
}
