'use client'
import { loader, type Monaco } from '@monaco-editor/react'
import { defineThemes } from './define-themes.ts'

// The loader's own default is a public CDN: no request may leave this origin.
loader.config({ paths: { vs: '/monaco/vs' } })

/** Monaco's TypeScript API: its place in the bundle, which the wrapper's older types do not know. */
export type MonacoTypeScript = typeof import('monaco-editor').typescript
const typeScriptOf = (monaco: Monaco): MonacoTypeScript =>
  (monaco as unknown as { typescript: MonacoTypeScript }).typescript

let configured: Promise<void> | undefined

/** The learner's types: TensorFlow.js and the contract, one virtual file set that assets.mjs built. */
async function configure(monaco: Monaco): Promise<void> {
  const typescript = typeScriptOf(monaco)
  const defaults = typescript.typescriptDefaults
  defaults.setCompilerOptions({
    target: typescript.ScriptTarget.ES2020,
    module: typescript.ModuleKind.ESNext,
    moduleResolution: typescript.ModuleResolutionKind.NodeJs,
    lib: ['es2022', 'dom'],
    strict: true,
    skipLibCheck: true,
    esModuleInterop: true,
    allowNonTsExtensions: true,
    types: [],
  })
  defaults.setEagerModelSync(true)
  const response = await fetch('/tfjs/types.json')
  if (!response.ok) throw new Error(`types.json: ${response.status}`)
  const files: Record<string, string> = await response.json()
  defaults.setExtraLibs(Object.entries(files).map(([filePath, content]) => ({ filePath, content })))
}

/** Themes at once, types when they have come: the editor can be written in before. */
export function prepareMonaco(monaco: Monaco): void {
  defineThemes(monaco)
  if (configured) return
  configured = configure(monaco).catch((error) => {
    // Without types there is no completion, and nothing else is missing; the next editor tries again.
    configured = undefined
    console.warn('The types of TensorFlow.js could not be loaded.', error)
  })
}

export const loadMonaco = async (): Promise<Monaco> => {
  const monaco = await loader.init()
  defineThemes(monaco)
  return monaco
}
