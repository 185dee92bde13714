export interface Position {
  /** 1-based. */
  line: number
  column: number
}

interface Segment {
  /** 0-based, all three. */
  column: number
  originalLine: number
  originalColumn: number
}

/**
 * From positions in generated code to where they came from, by a source map of one source (its `mappings` are base-64
 * VLQ, ECMA-426). The segment at or before a position is the one that holds it, on an earlier line if need be.
 */
export function positionMapper(map: string): (at: Position) => Position | undefined {
  const { mappings } = JSON.parse(map) as { mappings: string }
  const lines = decode(mappings)
  return ({ line, column }) => {
    for (let at = Math.min(line, lines.length) - 1; at >= 0; at--) {
      const found = lines[at]?.findLast((segment) => at < line - 1 || segment.column < column)
      if (found) return { line: found.originalLine + 1, column: found.originalColumn + 1 }
    }
    return undefined
  }
}

function decode(mappings: string): Segment[][] {
  let originalLine = 0
  let originalColumn = 0
  return mappings.split(';').map((line) => {
    let column = 0
    return line.split(',').flatMap((text) => {
      const [columnStep, source, lineStep = 0, originalStep = 0] = numbersOf(text)
      if (columnStep === undefined) return []
      column += columnStep
      // A segment of one number says only that no source stands behind what follows.
      if (source === undefined) return []
      originalLine += lineStep
      originalColumn += originalStep
      return [{ column, originalLine, originalColumn }]
    })
  })
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
/** Five bits a digit, lowest first; the sixth says that more follow. */
const CONTINUES = 32

function numbersOf(text: string): number[] {
  const numbers: number[] = []
  let value = 0
  let shift = 0
  for (const character of text) {
    const digit = DIGITS.indexOf(character)
    value += (digit & (CONTINUES - 1)) << shift
    shift += 5
    if (digit & CONTINUES) continue
    // The lowest bit is the sign.
    numbers.push(value & 1 ? -(value >>> 1) : value >>> 1)
    value = 0
    shift = 0
  }
  return numbers
}
