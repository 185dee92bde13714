import { type Rows, rowsFrom } from '#lib/contract/rows.ts'

const fetched = new Map<string, Promise<Uint8Array>>()

/** A block of an exercise's training rows, asked for once a page; each answer is a copy, for it is given away. */
export async function fetchRows(exercisePath: string, block: { sha256: string; shape: number[] }): Promise<Rows> {
  // The number of rows is part of what is asked for: an exercise may take the first of a block only.
  const address = `${exercisePath}/rows/${block.sha256}?rows=${block.shape[0]}`
  const known = fetched.get(address) ?? load(address)
  fetched.set(address, known)
  known.catch(() => fetched.delete(address))
  return rowsFrom(await known, block.shape)
}

async function load(address: string): Promise<Uint8Array> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address}: ${response.status}`)
  return new Uint8Array(await response.arrayBuffer())
}
