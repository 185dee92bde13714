export interface Heading {
  id: string
  text: string
  /** Line within the text, from 1. */
  line: number
}

/** "What a gradient is" → `what-a-gradient-is`: where a link to a heading leads. */
export const headingId = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '')

/** The headings of the second level, those in code left out. */
export function findHeadings(markdown: string): Heading[] {
  let inCode = false
  return markdown.split('\n').flatMap((line, i) => {
    if (/^`{3,}/.test(line)) inCode = !inCode
    const text = inCode ? undefined : /^##\s+(.+?)\s*$/.exec(line)?.[1]
    return text === undefined ? [] : [{ id: headingId(text), text, line: i + 1 }]
  })
}
