import { Download, Table as TableIcon } from 'lucide-react'
import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { formatNumberOf, formatPoints } from '#app/components/format.ts'
import { PageBody } from '#app/components/page-body.tsx'
import { PersonName } from '#app/components/person-name.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { Table, Td, Th } from '#app/components/ui/table.tsx'
import { requireCourse } from '#lib/access.ts'
import { db } from '#lib/db.ts'
import { median } from '#lib/domain/work-state.ts'
import { readGradebook } from '#lib/usecases/read-gradebook.ts'

type Props = { params: Promise<{ course: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { course } = await requireCourse((await params).course, 'gradebook:export')
  return { title: `Gradebook · ${course.title}` }
}

export default async function GradebookPage({ params }: Props) {
  const { course } = await requireCourse((await params).course, 'gradebook:export')
  const { columns, rows, of } = await readGradebook(db, { courseId: course.id, now: new Date() })
  const final = columns.filter(({ isFinal }) => isFinal).length
  const middle = median(rows.map(({ total }) => total))
  return (
    <PageBody wide className="grid gap-5">
      <PageHeader
        title="Gradebook"
        lead={
          rows.length === 0
            ? undefined
            : `${formatNumberOf(rows.length, 'student')}; half of them have ${formatPoints(middle ?? 0)} of ${formatPoints(of)} points or more. ${
                final === columns.length
                  ? 'All points are final.'
                  : `Points of ${final} of ${formatNumberOf(columns.length, 'assignment')} are final, the others provisional until they close.`
              }`
        }
        actions={
          rows.length > 0 && (
            <Button asChild variant="primary">
              <a href={`/courses/${course.slug}/gradebook/csv`} download>
                <Download aria-hidden />
                Export CSV
              </a>
            </Button>
          )
        }
      />
      {rows.length === 0 || columns.length === 0 ? (
        <EmptyState icon={<TableIcon />} title="Nothing to grade yet">
          {columns.length === 0
            ? 'The course has no assignments yet. An admin adds them.'
            : 'No student is enrolled yet. An admin enrols them.'}
        </EmptyState>
      ) : (
        <Table label="Gradebook" density="compact">
          <thead>
            <tr>
              <Th className="sticky left-0 z-10 bg-bg">Student</Th>
              {columns.map(({ slug, title, maxPoints, isFinal }) => (
                <Th key={slug} numeric className="min-w-24 max-w-36 whitespace-normal">
                  <span className="block text-ink">{title}</span>
                  <span className="tnum font-normal">
                    of {formatPoints(maxPoints)}, {isFinal ? 'final' : 'provisional'}
                  </span>
                </Th>
              ))}
              <Th numeric>
                <span className="block text-ink">Total</span>
                <span className="tnum font-normal">of {formatPoints(of)}</span>
              </Th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ enrolmentId, name, isDemo, cells, total }) => (
              <tr key={enrolmentId}>
                <Td className="sticky left-0 z-10 min-w-32 bg-bg">
                  <Link
                    href={`/courses/${course.slug}/cohort/${enrolmentId}` as Route}
                    className="rounded font-medium hover:underline"
                  >
                    <PersonName name={name} isDemo={isDemo} />
                  </Link>
                </Td>
                {cells.map((cell, index) => (
                  <Td key={columns[index]?.slug} numeric className={cell ? undefined : 'text-ink-3'}>
                    {cell ? (
                      <>
                        {cell.late && <span className="mr-1.5 text-2xs text-warn">late</span>}
                        {formatPoints(cell.points)}
                      </>
                    ) : (
                      <>
                        <span aria-hidden>–</span>
                        <span className="sr-only">nothing handed in</span>
                      </>
                    )}
                  </Td>
                ))}
                <Td numeric className="font-semibold">
                  {formatPoints(total)}
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </PageBody>
  )
}
