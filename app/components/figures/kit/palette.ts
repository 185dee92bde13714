import { useMemo } from 'react'
import { resolveColour } from '../../charts/resolve-colour.ts'
import { useScheme } from '../../charts/use-scheme.ts'

export type Rgb = readonly [number, number, number]

const rgbOf = (hex: string): Rgb => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb

export interface Palette {
  surface: Rgb
  ink: Rgb
  /** Of the class or sign that is 1, and of the other. */
  positive: Rgb
  negative: Rgb
  accent: Rgb
}

/** Colours for canvases, which take no variables; read again when the scheme changes. */
export function usePalette(): Palette {
  const scheme = useScheme()
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the variables stand for changes with the scheme
  return useMemo(
    () => ({
      surface: rgbOf(resolveColour('--surface')),
      ink: rgbOf(resolveColour('--ink')),
      positive: rgbOf(resolveColour('--train')),
      negative: rgbOf(resolveColour('--validation')),
      accent: rgbOf(resolveColour('--accent')),
    }),
    [scheme],
  )
}

/** `share` of the way from one colour to another. */
export const mix = (from: Rgb, to: Rgb, share: number): Rgb => [
  from[0] + (to[0] - from[0]) * share,
  from[1] + (to[1] - from[1]) * share,
  from[2] + (to[2] - from[2]) * share,
]
