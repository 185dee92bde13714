import { PageBody } from '#app/components/page-body.tsx'
import { Skeleton } from '#app/components/ui/skeleton.tsx'

export default function Loading() {
  return (
    <PageBody wide className="grid gap-6">
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
