import type { ReactNode } from 'react'
import { requirePermission } from '#lib/access.ts'
import { AdminNav } from './admin-nav.tsx'

export default async function AdminLayout({ children }: { children: ReactNode }) {
  // Each page asks for its own permission; this only keeps the frame from those who have none of them.
  await requirePermission('course:edit')
  return (
    <>
      <AdminNav />
      {children}
    </>
  )
}
