import { Skeleton } from '#app/components/ui/skeleton.tsx'

const LINES = ['w-full', 'w-11/12', 'w-10/12', 'w-3/4', 'w-5/6', 'w-1/2', 'w-2/3']

export default function Loading() {
  return (
    <div className="flex h-[calc(100dvh-3rem)] flex-col">
      <span role="status" className="sr-only">
        Loading
      </span>
      <div className="flex h-12 items-center gap-4 border-line border-b px-4">
        <Skeleton className="h-5 w-56" />
        <Skeleton className="ml-auto h-5 w-72" />
      </div>
      <div className="grid min-h-0 flex-1 lg:grid-cols-[29fr_1px_40fr_1px_31fr]">
        <div className="space-y-3 p-5">
          {LINES.map((width) => (
            <Skeleton key={width} className={`h-4 ${width}`} />
          ))}
        </div>
        <span className="hidden bg-line lg:block" />
        <div className="hidden bg-surface lg:block" />
        <span className="hidden bg-line lg:block" />
        <div className="hidden space-y-4 p-4 lg:block">
          <Skeleton className="h-9 w-28" />
          <Skeleton className="h-3" />
          <Skeleton className="h-44" />
          <Skeleton className="h-36" />
        </div>
      </div>
    </div>
  )
}
