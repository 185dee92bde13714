import type { Route } from 'next'
import Link from 'next/link'
import { Button } from './ui/button.tsx'

interface Props {
  path: string
  /** Kept in the links. */
  query: Record<string, string>
  /** 1-based. */
  page: number
  pages: number
}

/** Steps through the pages of a long list; nothing where there is only one. */
export function Pager({ path, query, page, pages }: Props) {
  if (pages <= 1) return null
  const hrefOf = (to: number) => `${path}?${new URLSearchParams({ ...query, page: String(to) })}` as Route
  const step = (to: number, label: string) =>
    to < 1 || to > pages ? (
      <Button disabled>{label}</Button>
    ) : (
      <Button asChild>
        <Link href={hrefOf(to)}>{label}</Link>
      </Button>
    )
  return (
    <nav aria-label="Pages" className="flex items-center justify-end gap-2">
      <span className="tnum mr-2 text-ink-3 text-xs">
        Page {page} of {pages}
      </span>
      {step(page - 1, 'Previous')}
      {step(page + 1, 'Next')}
    </nav>
  )
}
