// @ts-check

const REPORT_EVERY_MILLISECONDS = 10_000

/**
 * Prints one line per step: what is being done and, at the end, how long it took. A slow step says what it is at:
 * on a terminal in the same line, elsewhere (a log file) every ten seconds on a line of its own. It goes to standard
 * error: standard output belongs to what the command was asked for, such as one JSON object.
 * @template T
 * @param {string} name
 * @param {(say: (note: string) => void) => Promise<T>} work `say` tells the reader what is happening now
 * @param {(result: T) => string} [summarise] a few words about the outcome
 * @returns {Promise<T>}
 */
export async function step(name, work, summarise) {
  const terminal = Boolean(process.stderr.isTTY)
  const started = Date.now()
  const seconds = () => `${Math.round((Date.now() - started) / 1000)} s`
  let note = ''
  const report = () => {
    const detail = note.slice(0, 70)
    if (terminal) process.stderr.write(`\r\x1b[2K→ ${name} … ${seconds()} ${detail}`)
    else process.stderr.write(`→ ${name} … ${seconds()} ${detail}\n`)
  }
  const timer = setInterval(report, terminal ? 1000 : REPORT_EVERY_MILLISECONDS)
  if (terminal) report()
  try {
    const result = await work((text) => {
      note = text
    })
    const outcome = summarise ? ` · ${summarise(result)}` : ''
    process.stderr.write(`${terminal ? '\r\x1b[2K' : ''}→ ${name} … ${seconds()}${outcome}\n`)
    return result
  } catch (error) {
    process.stderr.write(`${terminal ? '\r\x1b[2K' : ''}→ ${name} … failed after ${seconds()}\n`)
    throw error
  } finally {
    clearInterval(timer)
  }
}
