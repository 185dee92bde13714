import { PageBody } from '#app/components/page-body.tsx'
import { Skeleton } from '#app/components/ui/skeleton.tsx'

export default function Loading() {
  return (
    <PageBody className="grid gap-8">
      <span role="status" className="sr-only">
        Loading
      </span>
      <Skeleton className="h-7 w-72" />
      <div className="flex gap-8">
        <Skeleton className="h-16 w-24" />
        <Skeleton className="h-16 w-24" />
        <Skeleton className="h-16 w-56" />
      </div>
      <div className="grid gap-3 sm:pl-10 md:grid-cols-2">
        {['a', 'b', 'c', 'd'].map((key) => (
          <Skeleton key={key} className="h-48 rounded-lg" />
        ))}
      </div>
    </PageBody>
  )
}
