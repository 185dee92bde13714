import type { Monaco } from '@monaco-editor/react'

type Palette = Record<
  | 'background'
  | 'ink'
  | 'comment'
  | 'keyword'
  | 'string'
  | 'number'
  | 'type'
  | 'delimiter'
  | 'lineNumber'
  | 'line'
  | 'selection'
  | 'widget'
  | 'border'
  | 'accent',
  string
>

// Each pair of text and background was chosen for a contrast of at least 4.5.
const LIGHT: Palette = {
  background: '#ffffff',
  ink: '#20222b',
  comment: '#676b77',
  keyword: '#5a3fc0',
  string: '#1a6b3f',
  number: '#9a4a08',
  type: '#0d6075',
  delimiter: '#4c4f5c',
  lineNumber: '#70747f',
  line: '#f6f6f9',
  selection: '#dcd9f8',
  widget: '#ffffff',
  border: '#e3e4e9',
  accent: '#5a4fd0',
}
const DARK: Palette = {
  background: '#18191f',
  ink: '#e6e7ec',
  comment: '#8f93a0',
  keyword: '#b8a9ff',
  string: '#8fd3a4',
  number: '#eeb27f',
  type: '#7fcbdc',
  delimiter: '#b4b7c2',
  lineNumber: '#848894',
  line: '#1f2027',
  selection: '#3a3763',
  widget: '#202128',
  border: '#33353e',
  accent: '#a9a2f5',
}

const hex = (colour: string) => colour.slice(1)

function define(monaco: Monaco, name: string, base: 'vs' | 'vs-dark', palette: Palette): void {
  monaco.editor.defineTheme(name, {
    base,
    inherit: true,
    rules: [
      { token: '', foreground: hex(palette.ink) },
      { token: 'identifier', foreground: hex(palette.ink) },
      { token: 'comment', foreground: hex(palette.comment) },
      { token: 'keyword', foreground: hex(palette.keyword) },
      { token: 'string', foreground: hex(palette.string) },
      { token: 'string.escape', foreground: hex(palette.number) },
      { token: 'regexp', foreground: hex(palette.string) },
      { token: 'number', foreground: hex(palette.number) },
      { token: 'type', foreground: hex(palette.type) },
      { token: 'delimiter', foreground: hex(palette.delimiter) },
    ],
    colors: {
      'editor.background': palette.background,
      'editor.foreground': palette.ink,
      'editorLineNumber.foreground': palette.lineNumber,
      'editorLineNumber.activeForeground': palette.ink,
      'editor.lineHighlightBackground': palette.line,
      'editor.lineHighlightBorder': '#00000000',
      'editor.selectionBackground': palette.selection,
      'editorCursor.foreground': palette.accent,
      'editorWidget.background': palette.widget,
      'editorWidget.border': palette.border,
      'editorHoverWidget.background': palette.widget,
      'editorHoverWidget.border': palette.border,
      'editorSuggestWidget.background': palette.widget,
      'editorSuggestWidget.border': palette.border,
      'editorSuggestWidget.selectedBackground': palette.selection,
      'editorIndentGuide.background1': palette.border,
      'editorGutter.background': palette.background,
      'editorBracketHighlight.foreground1': palette.delimiter,
      'editorBracketHighlight.foreground2': palette.delimiter,
      'editorBracketHighlight.foreground3': palette.delimiter,
      'scrollbar.shadow': '#00000000',
      focusBorder: palette.accent,
    },
  })
}

export function defineThemes(monaco: Monaco): void {
  define(monaco, 'gradus-light', 'vs', LIGHT)
  define(monaco, 'gradus-dark', 'vs-dark', DARK)
}

export const themeName = (scheme: 'light' | 'dark'): string => `gradus-${scheme}`
