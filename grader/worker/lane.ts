import type { Trainer } from '#grader/trainer/trainer.ts'

/** Where a worker grades one run at a time: a warm trainer that is replaced when something went wrong with it. */
export class Lane {
  private starting: Promise<Trainer> | null = null
  private tail: Promise<unknown> = Promise.resolve()

  constructor(private readonly startTrainer: () => Promise<Trainer>) {}

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
    const trainer = await starting?.catch(() => null)
    await trainer?.stop()
  }
}
