'use client'
import { useEffect, useState } from 'react'
import { resolveColour } from '#app/components/charts/resolve-colour.ts'
import { useScheme } from '#app/components/charts/use-scheme.ts'

/** Colours as canvases take them, and the scale of heat maps: 256 pixels from −1 to 1. */
export interface Colours {
  positive: string
  negative: string
  surface: string
  ink: string
  quiet: string
  line: string
  train: string
  test: string
  scale: Uint32Array<ArrayBuffer>
}

/** Heat maps stop short of the full colours, so that points of these colours stand out on them. */
const STRENGTH = 0.72

/** Null until the page has a stylesheet to ask. */
export function useColours(): Colours | null {
  const scheme = useScheme()
  const [colours, setColours] = useState<Colours | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the colour variables stand for changes with the scheme
  useEffect(() => {
    const [positive, negative, surface] = [
      resolveColour('--positive'),
      resolveColour('--negative'),
      resolveColour('--surface'),
    ]
    setColours({
      positive,
      negative,
      surface,
      ink: resolveColour('--ink'),
      quiet: resolveColour('--ink-3'),
      line: resolveColour('--line'),
      train: resolveColour('--train'),
      test: resolveColour('--validation'),
      scale: scaleOf(negative, surface, positive),
    })
  }, [scheme])
  return colours
}

const channels = (hex: string): number[] => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))

function scaleOf(low: string, middle: string, high: string): Uint32Array<ArrayBuffer> {
  const bytes = new Uint8ClampedArray(256 * 4)
  const centre = channels(middle)
  for (let i = 0; i < 256; i++) {
    const value = (i / 255) * 2 - 1
    const end = channels(value < 0 ? low : high)
    const share = Math.abs(value) * STRENGTH
    for (let c = 0; c < 3; c++)
      bytes[i * 4 + c] = (centre[c] as number) + share * ((end[c] as number) - (centre[c] as number))
    bytes[i * 4 + 3] = 255
  }
  // The bytes of a pixel in the order of memory, whatever the machine's.
  return new Uint32Array(bytes.buffer)
}
