'use client'
import { type KeyboardEvent, useMemo } from 'react'
import { cn } from '../cn.ts'
import { highlight, type TokenKind } from './highlight.ts'

const LOOK: Record<TokenKind, string | undefined> = {
  plain: undefined,
  comment: 'text-ink-3',
  string: 'text-good',
  number: 'text-full',
  keyword: 'text-accent',
}

interface Props {
  /** Names the field for screen readers. */
  label: string
  source: string
  /** Marked until the text changes; 1-based. */
  faultyLine: number | null
  onChange: (source: string) => void
  onRun: () => void
}

/**
 * A field for a few lines of code: plain text to type in, the same text coloured behind it. Tab leaves it, as it leaves any
 * field; Enter goes on at the depth of the line.
 */
export function CellEditor({ label, source, faultyLine, onChange, onRun }: Props) {
  const lines = useMemo(() => highlight(source), [source])

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== 'Enter' || event.altKey) return
    const field = event.currentTarget
    if (event.shiftKey || event.ctrlKey || event.metaKey) {
      event.preventDefault()
      // The page's own Ctrl-Enter is not meant.
      event.stopPropagation()
      onRun()
      return
    }
    const { selectionStart, selectionEnd } = field
    const lineStart = source.lastIndexOf('\n', selectionStart - 1) + 1
    const depth = /^ */.exec(source.slice(lineStart, selectionStart))?.[0] ?? ''
    const deeper = /[([{]$|=>$/.test(source.slice(0, selectionStart)) ? '  ' : ''
    if (depth + deeper === '') return
    event.preventDefault()
    field.setRangeText(`\n${depth}${deeper}`, selectionStart, selectionEnd, 'end')
    onChange(field.value)
  }

  return (
    <div className="overflow-x-auto">
      <div className="grid min-w-max font-mono text-[0.8125rem] leading-[1.3125rem]">
        <pre aria-hidden className="pointer-events-none col-start-1 row-start-1 py-2.5">
          {lines.map((line, i) => (
            <div
              // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their number
              key={i}
              className={cn('min-h-[1.3125rem] px-3', faultyLine === i + 1 && 'bg-bad-soft')}
            >
              {line.map(({ kind, text }, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no identity but their place
                <span key={at} className={LOOK[kind]}>
                  {text}
                </span>
              ))}
            </div>
          ))}
        </pre>
        <textarea
          aria-label={label}
          value={source}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={onKeyDown}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          autoCorrect="off"
          wrap="off"
          rows={1}
          className="col-start-1 row-start-1 h-full w-full resize-none overflow-hidden whitespace-pre bg-transparent px-3 py-2.5 text-ink caret-ink outline-none [-webkit-text-fill-color:transparent]"
        />
      </div>
    </div>
  )
}
