export type TokenKind = 'plain' | 'comment' | 'string' | 'number' | 'keyword'
export interface Token {
  kind: TokenKind
  text: string
}

const KEYWORDS = new Set(
  (
    'as async await break case catch class const continue default do else enum export extends false finally for from ' +
    'function if import in instanceof interface let new null of return satisfies static super switch this throw true ' +
    'try type typeof undefined var void while yield'
  ).split(' '),
)

const TOKEN =
  /(\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$))|('(?:[^'\\\n]|\\.)*'?|"(?:[^"\\\n]|\\.)*"?|`(?:[^`\\]|\\[\s\S])*`?)|(\b(?:0[xb][\da-f_]+|\d[\d_]*\.?[\d_]*(?:e[+-]?\d+)?)\b)|([A-Za-z_$][\w$]*)/gi

/**
 * TypeScript as lines of coloured pieces: enough to read a short cell by, in place of an editor of a megabyte. All of the
 * text is there, whatever it is.
 */
export function highlight(source: string): Token[][] {
  const lines: Token[][] = [[]]
  const add = (kind: TokenKind, text: string) =>
    text.split('\n').forEach((part, i) => {
      if (i > 0) lines.push([])
      const line = lines.at(-1)
      const last = line?.at(-1)
      if (last?.kind === kind) last.text += part
      else if (part !== '') line?.push({ kind, text: part })
    })
  let at = 0
  for (const match of source.matchAll(TOKEN)) {
    const [text, comment, string, number, word] = match
    add('plain', source.slice(at, match.index))
    // `Array.from` is a name; `...new Set()` holds a keyword.
    const member = source[match.index - 1] === '.' && source[match.index - 2] !== '.'
    const isKeyword = word !== undefined && KEYWORDS.has(word) && !member
    add(comment ? 'comment' : string ? 'string' : number ? 'number' : isKeyword ? 'keyword' : 'plain', text)
    at = match.index + text.length
  }
  add('plain', source.slice(at))
  return lines
}
