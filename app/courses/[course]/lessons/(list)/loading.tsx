import { PageBody } from '#app/components/page-body.tsx'
import { Skeleton } from '#app/components/ui/skeleton.tsx'

export default function Loading() {
  return (
    <PageBody className="grid gap-8">
      <span role="status" className="sr-only">
        Loading
      </span>
      <Skeleton className="h-7 w-40" />
      {['a', 'b', 'c'].map((module) => (
        <div key={module} className="grid gap-2 sm:pl-10">
          <Skeleton className="h-5 w-64" />
          {['a', 'b', 'c'].map((row) => (
            <Skeleton key={row} className="h-14" />
          ))}
        </div>
      ))}
    </PageBody>
  )
}
