import type { Trainer } from '#grader/trainer/trainer.ts'

/** When a trainer that works well makes room for a fresh one all the same: what leaks, leaks a little each run. */
export interface Retirement {
  runs: number
  /** Memory of its own that it may hold between two runs. */
  residentMiB: number
}

/** Where a worker grades one run at a time: a warm trainer that is replaced when something went wrong with it. */
export class Lane {
  private starting: Promise<Trainer> | null = null
  private runs = 0
  private tail: Promise<unknown> = Promise.resolve()

  constructor(
    private readonly startTrainer: () => Promise<Trainer>,
    private readonly retirement: Retirement,
  ) {}

  trainer(): Promise<Trainer> {
    this.starting ??= this.startTrainer().catch((error) => {
      this.starting = null
      throw error
    })
    return this.starting
  }

  /** Does `work` when what was asked for before is done. */
  exclusively<T>(work: () => Promise<T>): Promise<T> {
    const result = this.tail.then(work)
    this.tail = result.catch(() => {})
    return result
  }

  /** Ends the trainer; the next run gets a fresh one. */
  async discardTrainer(): Promise<void> {
    const starting = this.starting
    this.starting = null
    this.runs = 0
    const trainer = await starting?.catch(() => null)
    await trainer?.stop()
  }

  /** To be called when a run is done; true when its trainer has served long enough and a fresh one starts at once. */
  async retireTrainer(): Promise<boolean> {
    const trainer = await this.starting?.catch(() => null)
    if (!trainer) return false
    this.runs++
    if (this.runs < this.retirement.runs && trainer.residentMiB() < this.retirement.residentMiB) return false
    await this.discardTrainer()
    // Told to the next run, which waits for it.
    this.trainer().catch(() => {})
    return true
  }
}
