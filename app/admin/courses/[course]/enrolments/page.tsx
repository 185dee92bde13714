import { Users } from 'lucide-react'
import type { Metadata } from 'next'
import { formatNumberOf } from '#app/components/format.ts'
import { PersonName } from '#app/components/person-name.tsx'
import { Badge } from '#app/components/ui/badge.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { Table, Td, Th } from '#app/components/ui/table.tsx'
import { requireCourse } from '#lib/access.ts'
import { db } from '#lib/db.ts'
import { listEnrolments } from '#lib/usecases/list-enrolments.ts'
import { EnrolForms } from './enrol-forms.tsx'
import { EnrolmentActions } from './enrolment-actions.tsx'

type Props = { params: Promise<{ course: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { course } = await requireCourse((await params).course, 'enrolment:edit')
  return { title: `Enrolments · ${course.title}` }
}

export default async function EnrolmentsPage({ params }: Props) {
  const { course } = await requireCourse((await params).course, 'enrolment:edit')
  const enrolments = await listEnrolments(db, { courseId: course.id })
  const active = enrolments.filter((enrolment) => enrolment.active)
  const students = active.filter(({ role }) => role === 'student').length
  return (
    <section aria-labelledby="enrolments" className="grid gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="enrolments" className="text-ink-2 text-ui">
          {formatNumberOf(students, 'student')} and {formatNumberOf(active.length - students, 'instructor')}.
        </h2>
        <EnrolForms courseSlug={course.slug} />
      </div>
      {enrolments.length === 0 ? (
        <EmptyState icon={<Users />} title="Nobody is enrolled yet">
          Enrol people one by one, or paste a list of names and addresses.
        </EmptyState>
      ) : (
        <Table label="Enrolments">
          <thead>
            <tr>
              <Th className="sticky left-0 z-10 bg-bg">Name</Th>
              <Th>E-mail</Th>
              <Th>Role</Th>
              <Th>Name on boards</Th>
              <Th numeric>Submissions</Th>
              <Th>
                <span className="sr-only">Change</span>
              </Th>
            </tr>
          </thead>
          <tbody>
            {enrolments.map((enrolment) => (
              <tr key={enrolment.id} className={enrolment.active ? undefined : 'text-ink-3'}>
                <Td className="sticky left-0 z-10 min-w-36 bg-bg font-medium">
                  <PersonName name={enrolment.name} isDemo={enrolment.isDemo} />
                </Td>
                <Td className="text-ink-2">{enrolment.email ?? '–'}</Td>
                <Td className="whitespace-nowrap">
                  <Badge tone={enrolment.role === 'instructor' ? 'accent' : 'neutral'}>
                    {enrolment.role === 'instructor' ? 'Instructor' : 'Student'}
                  </Badge>
                  {!enrolment.active && (
                    <Badge tone="warn" className="ml-1.5">
                      left
                    </Badge>
                  )}
                  {!enrolment.personActive && (
                    <Badge tone="warn" className="ml-1.5">
                      account deactivated
                    </Badge>
                  )}
                </Td>
                <Td className="whitespace-nowrap text-ink-2">{enrolment.pseudonym}</Td>
                <Td numeric>{enrolment.submissions}</Td>
                <Td className="text-right">
                  <EnrolmentActions
                    courseSlug={course.slug}
                    enrolmentId={enrolment.id}
                    name={enrolment.name}
                    role={enrolment.role}
                    active={enrolment.active}
                  />
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </section>
  )
}
