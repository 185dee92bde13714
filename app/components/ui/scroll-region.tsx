import type { ComponentProps } from 'react'

/** Something that may be wider or taller than its place: it scrolls by itself, by keyboard too, under its own name. */
export function ScrollRegion({ label, ...props }: ComponentProps<'section'> & { label: string }) {
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
  return <section aria-label={label} tabIndex={0} {...props} />
}
