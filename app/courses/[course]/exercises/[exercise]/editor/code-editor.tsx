'use client'
import Editor, { type Monaco, type OnMount } from '@monaco-editor/react'
import type { editor } from 'monaco-editor'
import { type Ref, useCallback, useEffect, useImperativeHandle, useMemo, useRef, useState } from 'react'
import { toast } from 'sonner'
import { useScheme } from '#app/components/charts/use-scheme.ts'
import { themeName } from '#app/components/monaco/define-themes.ts'
import { prepareMonaco } from '#app/components/monaco/load-monaco.ts'
import { Skeleton } from '#app/components/ui/skeleton.tsx'
import { findExports } from './find-exports.ts'
import { type Lock, lockRegions, refusal } from './lock-regions.ts'

export interface EditorHandle {
  getSource: () => string
  /** Replaces the whole text; one step for Undo. */
  replaceSource: (source: string) => void
  focus: () => void
  /** Shows a line in the middle and puts the cursor there. */
  reveal: (line: number, column?: number) => void
}

/** A fault of a run, shown where it arose for as long as that line stays as it was submitted. */
export interface LineFault {
  line: number
  column: number | null
  message: string
  /** The line's text in the submitted source. */
  text: string
}

interface Props {
  ref: Ref<EditorHandle>
  /** Makes the model's address unique on the page. */
  name: string
  initial: string
  starter: string
  lockedNames: readonly string[]
  fault: LineFault | null
  onChange: (source: string) => void
  onRun: () => void
  onSubmit: () => void
  /** The handle can be used from now on. */
  onReady: () => void
}

const FAULT_OWNER = 'gradus-run'

export function CodeEditor(props: Props) {
  const { ref, name, initial, starter, lockedNames, fault, onChange, onRun, onSubmit, onReady } = props
  const scheme = useScheme()
  const [mounted, setMounted] = useState<{ instance: editor.IStandaloneCodeEditor; monaco: Monaco } | null>(null)
  const lock = useRef<Lock | null>(null)
  const keys = useRef({ onRun, onSubmit })
  keys.current = { onRun, onSubmit }

  const locked = useMemo(
    () =>
      findExports(starter)
        .filter((found) => lockedNames.includes(found.name))
        .map((found) => ({ name: found.name, text: starter.slice(found.from, found.to) })),
    [starter, lockedNames],
  )

  const onMount = useCallback<OnMount>((instance, monaco) => {
    const enter = monaco.KeyMod.CtrlCmd | monaco.KeyCode.Enter
    instance.addAction({
      id: 'gradus.run',
      label: 'Run in the browser',
      keybindings: [enter],
      run: () => keys.current.onRun(),
    })
    instance.addAction({
      id: 'gradus.submit',
      label: 'Submit for grading',
      keybindings: [monaco.KeyMod.Shift | enter],
      run: () => keys.current.onSubmit(),
    })
    setMounted({ instance, monaco })
  }, [])

  useEffect(() => {
    if (!mounted) return
    lock.current = lockRegions(mounted.instance, locked, (slot) => toast.error(refusal(slot).replaceAll('`', '')))
    return () => {
      lock.current?.dispose()
      lock.current = null
    }
  }, [mounted, locked])

  useEffect(() => {
    const model = mounted?.instance.getModel()
    if (!mounted || !model) return
    const { monaco } = mounted
    const show = () => {
      const stands = fault && fault.line <= model.getLineCount() && model.getLineContent(fault.line) === fault.text
      if (!fault || !stands) return monaco.editor.setModelMarkers(model, FAULT_OWNER, [])
      const from = Math.min(
        fault.column ?? model.getLineFirstNonWhitespaceColumn(fault.line),
        model.getLineMaxColumn(fault.line),
      )
      monaco.editor.setModelMarkers(model, FAULT_OWNER, [
        {
          severity: monaco.MarkerSeverity.Error,
          message: fault.message,
          startLineNumber: fault.line,
          startColumn: Math.max(1, from),
          endLineNumber: fault.line,
          endColumn: model.getLineMaxColumn(fault.line),
          source: 'grader',
        },
      ])
    }
    show()
    const listener = model.onDidChangeContent(show)
    return () => listener.dispose()
  }, [mounted, fault])

  useImperativeHandle(
    ref,
    () => ({
      getSource: () => mounted?.instance.getValue() ?? initial,
      replaceSource: (source) => {
        const model = mounted?.instance.getModel()
        if (!mounted || !model) return
        const edit = () =>
          model.pushEditOperations([], [{ range: model.getFullModelRange(), text: source }], () => null)
        model.pushStackElement()
        if (lock.current) lock.current.allow(edit)
        else edit()
        model.pushStackElement()
        mounted.instance.setPosition({ lineNumber: 1, column: 1 })
      },
      focus: () => mounted?.instance.focus(),
      reveal: (line, column) => {
        mounted?.instance.revealLineInCenter(line)
        mounted?.instance.setPosition({ lineNumber: line, column: column ?? 1 })
        mounted?.instance.focus()
      },
    }),
    [mounted, initial],
  )

  // After the handle and the locks, which what is put in first has to pass.
  useEffect(() => {
    if (mounted) onReady()
  }, [mounted, onReady])

  return (
    <Editor
      path={`file:///${name}.ts`}
      defaultLanguage="typescript"
      defaultValue={initial}
      theme={themeName(scheme)}
      beforeMount={prepareMonaco}
      onMount={onMount}
      onChange={(value) => onChange(value ?? '')}
      loading={<EditorSkeleton />}
      options={{
        ariaLabel: 'Your solution',
        minimap: { enabled: false },
        fontFamily: '"JetBrains Mono Variable", monospace',
        fontSize: 13,
        lineHeight: 21,
        fontLigatures: false,
        tabSize: 2,
        wordWrap: 'on',
        wrappingIndent: 'indent',
        padding: { top: 12, bottom: 12 },
        lineNumbersMinChars: 3,
        folding: true,
        scrollBeyondLastLine: false,
        smoothScrolling: false,
        automaticLayout: true,
        renderLineHighlight: 'line',
        overviewRulerLanes: 0,
        hideCursorInOverviewRuler: true,
        overviewRulerBorder: false,
        scrollbar: { verticalScrollbarSize: 10, horizontalScrollbarSize: 10, useShadows: false },
        bracketPairColorization: { enabled: false },
        guides: { indentation: false },
        fixedOverflowWidgets: true,
        stickyScroll: { enabled: false },
      }}
    />
  )
}

const WIDTHS = ['w-3/5', 'w-2/5', 'w-4/5', 'w-1/2', 'w-2/3', 'w-1/3', 'w-3/5']

function EditorSkeleton() {
  return (
    <div className="w-full space-y-2.5 self-start px-14 pt-4">
      <span className="sr-only">Loading the editor</span>
      {WIDTHS.map((width, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they never change
        <Skeleton key={i} className={`h-3 ${width}`} />
      ))}
    </div>
  )
}
