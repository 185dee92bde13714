import { TablePageSkeleton } from '#app/components/table-page-skeleton.tsx'

export default function Loading() {
  return <TablePageSkeleton wide />
}
