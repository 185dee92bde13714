import { Database } from 'lucide-react'
import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { Crumbs } from '#app/components/crumbs.tsx'
import { rowWords } from '#app/components/dataset/row-words.ts'
import { formatCount, formatNumberOf } from '#app/components/format.ts'
import { PageBody } from '#app/components/page-body.tsx'
import { Badge } from '#app/components/ui/badge.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { Table, Td, Th } from '#app/components/ui/table.tsx'
import { requireCourse } from '#lib/access.ts'
import { db } from '#lib/db.ts'
import { type CourseDataset, listCourseDatasets } from '#lib/usecases/list-course-datasets.ts'

type Props = { params: Promise<{ course: string }> }

export const metadata: Metadata = { title: 'Datasets' }

export default async function DatasetsPage({ params }: Props) {
  const { course, role } = await requireCourse((await params).course, 'dataset:read')
  const datasets = await listCourseDatasets(db, { courseId: course.id, isStaff: role !== 'student', now: new Date() })
  const home = `/courses/${course.slug}`
  return (
    <PageBody className="grid gap-6">
      <PageHeader
        above={<Crumbs links={[{ href: home, label: course.title }]} />}
        title="Datasets"
        lead={`${formatNumberOf(datasets.length, 'dataset')}, each with where it comes from and what its training rows look like.`}
      />
      {datasets.length === 0 ? (
        <EmptyState icon={<Database />} title="No datasets yet">
          They appear with the exercises that use them.
        </EmptyState>
      ) : (
        <DatasetTable home={home} datasets={datasets} />
      )}
    </PageBody>
  )
}

function DatasetTable({ home, datasets }: { home: string; datasets: readonly CourseDataset[] }) {
  return (
    <Table label="Datasets">
      <thead>
        <tr>
          <Th>Dataset</Th>
          <Th className="max-sm:hidden">One row</Th>
          <Th numeric>Training rows</Th>
          <Th>Used by</Th>
        </tr>
      </thead>
      <tbody>
        {datasets.map(({ card, exercises }) => (
          <tr key={card.name}>
            <Td>
              <span className="flex flex-wrap items-center gap-x-2">
                <Link
                  href={`${home}/datasets/${card.name}` as Route}
                  className="rounded font-medium text-accent hover:underline"
                >
                  {card.title}
                </Link>
                {card.synthetic && <Badge tone="outline">synthetic</Badge>}
              </span>
            </Td>
            <Td className="tnum text-ink-2 max-sm:hidden">
              {card.shape.join(' × ')} <span className="text-ink-3">{rowWords(card)}</span>
            </Td>
            <Td numeric>{formatCount(card.split.train)}</Td>
            <Td className="text-ink-2">{exercises.map(({ title }) => title).join(', ') || 'no exercise yet'}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
