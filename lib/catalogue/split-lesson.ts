import { parse } from 'yaml'
import { FigureSpec } from '../contract/figure.ts'
import type { LessonBlock } from '../contract/lesson.ts'

type Split = { blocks: LessonBlock[]; faults: { line: number; message: string }[] }

const FENCE = /^(`{3,})\s*(.*)$/

/**
 * Cuts a lesson's text at the fences that mean something: `figure` and `ts cell`. Any other code stays part of the text.
 * Fences have to begin at the left margin.
 */
export function splitLesson(readme: string): Split {
  const lines = readme.split(/\r?\n/)
  const split: Split = { blocks: [], faults: [] }
  let text: string[] = []
  let textFrom = 0
  const endText = () => {
    if (text.length > 0) split.blocks.push({ kind: 'text', line: textFrom + 1, text: text.join('\n').trim() })
    text = []
  }
  for (let at = 0; at < lines.length; at += 1) {
    const [, ticks = '', info = ''] = FENCE.exec(lines[at] ?? '') ?? []
    const end = ticks === '' ? at : lines.findIndex((line, i) => i > at && line.trimEnd() === ticks)
    if (end === -1) {
      split.faults.push({ line: at + 1, message: 'this fence is never closed' })
      break
    }
    const kind = info.trim()
    if (ticks === '' || (kind !== 'figure' && kind !== 'ts cell')) {
      if (text.length === 0 && lines[at]?.trim() === '') continue
      if (text.length === 0) textFrom = at
      text.push(...lines.slice(at, end + 1))
    } else {
      endText()
      const body = lines.slice(at + 1, end).join('\n')
      if (kind === 'ts cell') split.blocks.push({ kind: 'cell', line: at + 2, source: body })
      else addFigure(split, body, at + 2)
    }
    at = end
  }
  endText()
  return split
}

function addFigure({ blocks, faults }: Split, body: string, line: number): void {
  let raw: unknown
  try {
    raw = parse(body)
  } catch (error) {
    faults.push({ line, message: `figure: ${error instanceof Error ? error.message : String(error)}` })
    return
  }
  const spec = FigureSpec.safeParse(raw)
  if (spec.success) blocks.push({ kind: 'figure', line, spec: spec.data })
  else
    faults.push(
      ...spec.error.issues.map(({ path, message }) => ({
        line,
        message: `figure: ${path.length > 0 ? `${path.join('.')}: ` : ''}${message.replace(/^Invalid input: /, '')}`,
      })),
    )
}
