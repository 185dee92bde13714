import { z } from 'zod'

export interface ListLine {
  /** 1-based, as pasted. */
  line: number
  email: string
  name: string | null
}
export interface BadLine {
  line: number
  text: string
  problem: 'no-address' | 'repeated'
}

const Address = z.email()
const HEADER = /^"?(e-?mail|name)\b/i

/**
 * Reads a pasted list: one person a line, as "kim@example.edu", "Kim Lee <kim@example.edu>", or cells divided by
 * commas, semicolons or tabs in any order (a spreadsheet's columns); a heading line is passed over.
 */
export function parseEnrolmentList(text: string): { people: ListLine[]; bad: BadLine[] } {
  const people: ListLine[] = []
  const bad: BadLine[] = []
  const seen = new Set<string>()
  text.split(/\r\n|\r|\n/).forEach((raw, index) => {
    const line = index + 1
    const trimmed = raw.trim()
    if (trimmed === '') return
    const cells = trimmed.split(/[,;\t<>]/).map((cell) =>
      cell
        .trim()
        .replace(/^"(.*)"$/, '$1')
        .trim(),
    )
    const email = cells.find((cell) => Address.safeParse(cell).success)?.toLowerCase()
    if (!email) {
      if (!(index === 0 && HEADER.test(trimmed))) bad.push({ line, text: trimmed.slice(0, 80), problem: 'no-address' })
      return
    }
    if (seen.has(email)) {
      bad.push({ line, text: email, problem: 'repeated' })
      return
    }
    seen.add(email)
    const name = cells.filter((cell) => cell !== '' && !cell.includes('@')).join(' ')
    people.push({ line, email, name: name === '' ? null : name.slice(0, 120) })
  })
  return { people, bad }
}
