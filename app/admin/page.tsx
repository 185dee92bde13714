import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { requirePermission } from '#lib/access.ts'

export default async function AdminPage() {
  await requirePermission('course:edit')
  redirect('/admin/courses' as Route)
}
