// @ts-check

/** A set-up problem the reader can mend: what is wrong, and what to do about it. */
export class SetupError extends Error {
  /**
   * @param {string} message
   * @param {string} remedy
   */
  constructor(message, remedy) {
    super(message)
    this.name = 'SetupError'
    this.remedy = remedy
  }
}

/** @param {unknown} error */
export function describeFailure(error) {
  if (error instanceof SetupError) return `✗ ${error.message}\n  What to do: ${error.remedy}`
  return `✗ ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`
}

/**
 * Runs a program's main function: a failure becomes a message with its remedy and exit code 1.
 * @param {() => Promise<number | undefined>} main
 */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? 0
  } catch (error) {
    console.error(describeFailure(error))
    process.exitCode = 1
  }
}
