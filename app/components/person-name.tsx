import { Badge } from './ui/badge.tsx'

/** A name; demo people say so wherever they appear. */
export function PersonName({ name, isDemo }: { name: string; isDemo: boolean }) {
  return (
    <>
      {name}
      {isDemo && (
        <Badge tone="outline" className="ml-1.5 font-normal text-2xs">
          demo
        </Badge>
      )}
    </>
  )
}
