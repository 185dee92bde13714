import type { NativeOperation, Recording } from './record.ts'

/** Looks tensors of a recording up by their handles. */
export function readRecording({ operations, origins }: Recording) {
  const readers = new Map<number, number>()
  for (const id of operations.flatMap(({ inputs }) => inputs)) readers.set(id, (readers.get(id) ?? 0) + 1)

  /** The operation that made it, if it is an `op`. */
  const madeBy = (id: number | undefined, op: string): NativeOperation | null => {
    const origin = origins.get(id as number)
    const operation = origin?.kind === 'operation' ? operations[origin.index] : undefined
    return operation?.kind === 'operation' && operation.op === op ? operation : null
  }
  return {
    madeBy,
    /** The same, where a single operation reads what it made. */
    madeForOneReader: (id: number | undefined, op: string) => (readers.get(id as number) === 1 ? madeBy(id, op) : null),
    shapeOf(id: number | undefined): readonly number[] {
      const origin = origins.get(id as number)
      return (origin?.kind === 'constant' ? origin.tensor.shape : origin?.shape) ?? []
    },
  }
}
