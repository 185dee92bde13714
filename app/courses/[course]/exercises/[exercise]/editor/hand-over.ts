const keyOf = (assignmentId: string): string => `gradus:handed-over:${assignmentId}`

/**
 * Leaves a source for the editor of an assignment, which takes it when it opens next in this tab. The draft on the
 * server is not touched: the editor puts the source in as an edit that can be undone.
 * @returns false where the browser keeps nothing
 */
export function handOver(assignmentId: string, source: string): boolean {
  try {
    sessionStorage.setItem(keyOf(assignmentId), source)
    return true
  } catch {
    return false
  }
}

/** What was left for it, once. */
export function takeHandedOver(assignmentId: string): string | null {
  try {
    const source = sessionStorage.getItem(keyOf(assignmentId))
    sessionStorage.removeItem(keyOf(assignmentId))
    return source
  } catch {
    // Storage may be forbidden; then nothing was left.
    return null
  }
}
