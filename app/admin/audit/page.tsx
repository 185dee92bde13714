import { ScrollText } from 'lucide-react'
import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { z } from 'zod'
import { formatDate, formatNumberOf, formatTime } from '#app/components/format.ts'
import { PageBody } from '#app/components/page-body.tsx'
import { Pager } from '#app/components/pager.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { Table, Td, Th } from '#app/components/ui/table.tsx'
import { requirePermission } from '#lib/access.ts'
import { db } from '#lib/db.ts'
import { AUDIT_PER_PAGE, AUDIT_TOPICS, readAudit } from '#lib/usecases/read-audit.ts'
import { describeAction, describeChange } from './describe-change.ts'

export const metadata: Metadata = { title: 'Audit log' }

const Query = z.object({
  topic: z.enum(AUDIT_TOPICS).nullable().catch(null),
  page: z.coerce.number().int().positive().max(100_000).catch(1),
})

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function AuditPage({ searchParams }: Props) {
  await requirePermission('audit:read')
  const { topic, page } = Query.parse(await searchParams)
  const { entries, total } = await readAudit(db, { topic, page })
  return (
    <PageBody wide className="grid max-w-6xl gap-5">
      <PageHeader
        title="Audit log"
        lead={`Who changed what, newest first: ${formatNumberOf(total, 'entry', 'entries')}. Times are UTC; entries cannot be changed.`}
      />
      <nav aria-label="Topics" className="flex gap-1 overflow-x-auto">
        {[null, ...AUDIT_TOPICS].map((one) => (
          <Link
            key={one ?? 'all'}
            href={(one ? `/admin/audit?topic=${one}` : '/admin/audit') as Route}
            aria-current={one === topic ? 'page' : undefined}
            className="whitespace-nowrap rounded-md px-2.5 py-1 text-ink-2 text-ui capitalize transition-colors duration-150 hover:bg-hover hover:text-ink aria-[current=page]:bg-hover aria-[current=page]:font-medium aria-[current=page]:text-ink"
          >
            {one ?? 'all'}
          </Link>
        ))}
      </nav>
      {entries.length === 0 ? (
        <EmptyState icon={<ScrollText />} title="No entries">
          Every change that an admin or an instructor makes leaves one here.
        </EmptyState>
      ) : (
        <Table label="Audit log" density="compact">
          <thead>
            <tr>
              <Th className="sticky left-0 z-10 bg-bg">When</Th>
              <Th>Who</Th>
              <Th>What</Th>
              <Th>Values</Th>
            </tr>
          </thead>
          <tbody>
            {entries.map(({ id, at, actor, action, subject, data }) => (
              <tr key={id}>
                <Td className="tnum sticky left-0 z-10 whitespace-nowrap bg-bg align-top text-ink-2">
                  {formatDate(at, 'UTC')} {formatTime(at, 'UTC')}
                </Td>
                <Td className="min-w-28 align-top">{actor ?? <span className="text-ink-3">the platform</span>}</Td>
                <Td className="whitespace-nowrap align-top">
                  {describeAction(action)}
                  <span className="block max-w-48 truncate font-mono text-2xs text-ink-3" title={subject}>
                    {subject}
                  </span>
                </Td>
                <Td className="min-w-72 align-top text-ink-2 text-xs">{describeChange(data)}</Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      <Pager path="/admin/audit" query={topic ? { topic } : {}} page={page} pages={Math.ceil(total / AUDIT_PER_PAGE)} />
    </PageBody>
  )
}
