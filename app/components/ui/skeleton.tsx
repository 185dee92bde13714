import { cn } from '../cn.ts'

/** A grey stand-in of the size of what is coming. Put several in the real layout. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <div
      aria-hidden
      className={cn('rounded bg-hover motion-safe:animate-[pulse-soft_1.8s_ease-in-out_infinite]', className)}
    />
  )
}
