'use client'
import { useEffect, useState } from 'react'
import { useScheme } from '../charts/use-scheme.ts'
import { cn } from '../cn.ts'
import { ScrollRegion } from '../ui/scroll-region.tsx'
import { themeName } from './define-themes.ts'
import { loadMonaco } from './load-monaco.ts'

interface Props {
  source: string
  /** Names the region for screen readers. */
  label: string
  /** A line to mark, 1-based. */
  markedLine?: number | null
  className?: string
}

/** Code to read: numbered lines, coloured once Monaco has come, readable before. */
export function CodeView({ source, label, markedLine, className }: Props) {
  const scheme = useScheme()
  const lines = source.replace(/\n$/, '').split('\n')
  const [coloured, setColoured] = useState<{ source: string; lines: string[] } | null>(null)

  useEffect(() => {
    let current = true
    loadMonaco()
      .then(async (monaco) => {
        const html = await monaco.editor.colorize(source, 'typescript', { tabSize: 2 })
        // Token colours hang on classes that the active theme defines.
        monaco.editor.setTheme(themeName(scheme))
        if (current) setColoured({ source, lines: html.split('<br/>') })
      })
      .catch(() => {
        // Plain text stays: it is all there.
      })
    return () => {
      current = false
    }
  }, [source, scheme])

  return (
    <ScrollRegion label={label} className={cn('overflow-auto rounded-md border border-line bg-surface', className)}>
      <pre className="min-w-max py-2 font-mono text-xs leading-5">
        {lines.map((line, i) => {
          const html = coloured?.source === source ? coloured.lines[i] : undefined
          const marked = markedLine === i + 1
          return (
            <div
              // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their number
              key={i}
              className={cn('flex pr-4', marked && 'bg-bad-soft')}
            >
              <span aria-hidden className="tnum w-10 shrink-0 select-none pr-3 text-right text-ink-3">
                {i + 1}
              </span>
              {html === undefined ? (
                <code>{line || ' '}</code>
              ) : (
                // Monaco escapes the text it colours; what it adds is spans with classes.
                // biome-ignore lint/security/noDangerouslySetInnerHtml: made by Monaco's tokenizer, which escapes
                <code dangerouslySetInnerHTML={{ __html: html || ' ' }} />
              )}
            </div>
          )
        })}
      </pre>
    </ScrollRegion>
  )
}
