/** A server that starts anew is away for some seconds. */
const PAUSES_MS = [1_000, 2_000, 4_000, 8_000]

/**
 * Sends, and sends again while no answer comes; null when none came at all. An answer may be lost after the server has
 * acted: what is sent must be safe to send twice.
 */
export async function untilAnswered<T>(send: () => Promise<T>): Promise<T | null> {
  for (const pause of [...PAUSES_MS, null]) {
    try {
      return await send()
    } catch {
      if (pause !== null) await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }
  return null
}
