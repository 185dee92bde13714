interface Props {
  /** Unique within the session. */
  id: string
  /** The author's TypeScript, to edit and run. */
  source: string
  /** Cells of one session share what they declare, top to bottom, as in a notebook. */
  session: string
}

/** A runnable cell of a lesson: code, what it printed, what it drew. */
export function CodeCell({ id, source }: Props) {
  return (
    <pre id={id}>
      <code>{source}</code>
    </pre>
  )
}
