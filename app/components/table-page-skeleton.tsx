import { PageBody } from './page-body.tsx'
import { Skeleton } from './ui/skeleton.tsx'

/** Stands in for a page of a heading and a table while its figures are read. */
export function TablePageSkeleton({ wide = false }: { wide?: boolean }) {
  return (
    <PageBody wide={wide} className="grid gap-6">
      <span role="status" className="sr-only">
        Loading
      </span>
      <div className="grid gap-2">
        <Skeleton className="h-7 w-48" />
        <Skeleton className="h-5 w-80 max-w-full" />
      </div>
      <div className="grid gap-2">
        {['a', 'b', 'c', 'd', 'e', 'f'].map((key) => (
          <Skeleton key={key} className="h-10" />
        ))}
      </div>
    </PageBody>
  )
}
