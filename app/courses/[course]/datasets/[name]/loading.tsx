import { PageBody } from '#app/components/page-body.tsx'
import { Skeleton } from '#app/components/ui/skeleton.tsx'

const ROWS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']

export default function Loading() {
  return (
    <PageBody className="grid gap-6">
      <span role="status" className="sr-only">
        Loading
      </span>
      <Skeleton className="h-7 w-64" />
      <div className="grid gap-2">
        {ROWS.map((row) => (
          <Skeleton key={row} className="h-9" />
        ))}
      </div>
    </PageBody>
  )
}
