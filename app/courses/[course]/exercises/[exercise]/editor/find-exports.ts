export interface ExportRange {
  name: string
  /** Offsets into the source; `to` is exclusive and after the statement's last character. */
  from: number
  to: number
}

const DECLARATION = /^export\s+(?:async\s+)?(?:function\*?|const|let|var|class)\s+([A-Za-z_$][\w$]*)/
const STATEMENT_START = /^(?:export|import|const|let|var|function|async|class|interface|type|enum|declare|\/\/|\/\*)/

/**
 * The top-level exported declarations of a module, by a scan that knows strings, templates, comments and brackets. A
 * statement ends where the next one begins at the start of a line outside all brackets: true of any formatted module,
 * which is what starters are.
 */
export function findExports(source: string): ExportRange[] {
  const starts = topLevelLineStarts(source)
  const found: ExportRange[] = []
  starts.forEach((from, i) => {
    const name = DECLARATION.exec(source.slice(from))?.[1]
    if (!name) return
    const end = starts[i + 1] ?? source.length
    found.push({ name, from, to: from + source.slice(from, end).trimEnd().length })
  })
  return found
}

/** Offsets of lines that begin a statement or comment outside all brackets, strings and comments. */
function topLevelLineStarts(source: string): number[] {
  const starts: number[] = []
  const open: string[] = []
  let i = 0
  let lineStart = true
  while (i < source.length) {
    if (lineStart && open.length === 0 && STATEMENT_START.test(source.slice(i, i + 12))) starts.push(i)
    const char = source[i] ?? ''
    lineStart = char === '\n'
    const skipped = open.at(-1) === '`' ? i : skipLiteral(source, i)
    if (skipped > i) {
      i = skipped
      continue
    }
    if (open.at(-1) === '`') {
      if (char === '\\') i++
      else if (char === '`') open.pop()
      else if (char === '$' && source[i + 1] === '{') {
        open.push('${')
        i++
      }
    } else if (char === '`') open.push('`')
    else if ('([{'.includes(char)) open.push(char)
    else if (')]}'.includes(char)) open.pop()
    i++
  }
  return starts
}

/** Past the string or comment that begins at `at`; `at` itself when none does. A comment's line end is left standing. */
function skipLiteral(source: string, at: number): number {
  const two = source.slice(at, at + 2)
  if (two === '//') {
    const end = source.indexOf('\n', at)
    return end < 0 ? source.length : end
  }
  if (two === '/*') {
    const end = source.indexOf('*/', at + 2)
    return end < 0 ? source.length : end + 2
  }
  const quote = source[at]
  if (quote !== "'" && quote !== '"') return at
  for (let i = at + 1; i < source.length; i++) {
    if (source[i] === '\\') i++
    else if (source[i] === quote || source[i] === '\n') return i + 1
  }
  return source.length
}
