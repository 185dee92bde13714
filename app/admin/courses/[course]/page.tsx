import { CalendarClock, Pencil, Plus } from 'lucide-react'
import type { Metadata } from 'next'
import { formatCount, formatDateTime, formatNumberOf, formatPoints } from '#app/components/format.ts'
import { ResumeAssignment } from '#app/components/resume-assignment.tsx'
import { Badge } from '#app/components/ui/badge.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { Table, Td, Th } from '#app/components/ui/table.tsx'
import { requireCourse } from '#lib/access.ts'
import { db } from '#lib/db.ts'
import { type OpeningState, openingState } from '#lib/domain/opening.ts'
import { toZoned } from '#lib/domain/zoned-time.ts'
import { listAssignable } from '#lib/usecases/list-assignable.ts'
import { type AssignmentRow, listAssignments } from '#lib/usecases/list-assignments.ts'
import { AssignmentForm, type AssignmentValues } from './assignment-form.tsx'

type Props = { params: Promise<{ course: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { course } = await requireCourse((await params).course, 'assignment:edit')
  return { title: `Assignments · ${course.title}` }
}

const DAY_MS = 24 * 3_600_000

export default async function AssignmentsPage({ params }: Props) {
  const { course } = await requireCourse((await params).course, 'assignment:edit')
  const now = new Date()
  const [assignments, assignable] = await Promise.all([
    listAssignments(db, { courseId: course.id }),
    listAssignable(db, { courseId: course.id }),
  ])
  const { slug: courseSlug, timeZone } = course
  const show = (at: Date) => formatDateTime(at, timeZone)
  const inDays = (days: number, time: string) =>
    `${toZoned(new Date(now.getTime() + days * DAY_MS), timeZone).slice(0, 10)}T${time}`
  const add = assignable.length > 0 && (
    <AssignmentForm
      courseSlug={courseSlug}
      timeZone={timeZone}
      exercises={assignable}
      values={{
        opensAt: inDays(0, '08:00'),
        dueAt: inDays(7, '18:00'),
        closesAt: inDays(9, '18:00'),
        attemptsPerDay: 5,
        maxPoints: 100,
        latePenaltyPercent: 10,
        revealAtOnce: false,
        requiresGpu: false,
      }}
      trigger={
        <Button variant="primary">
          <Plus aria-hidden />
          Add assignment
        </Button>
      }
    />
  )
  const open = assignments.filter((assignment) => openingState(assignment, now) === 'open').length
  const total = assignments.reduce((sum, { maxPoints }) => sum + maxPoints, 0)
  if (assignments.length === 0)
    return (
      <EmptyState icon={<CalendarClock />} title="No assignments yet" action={add}>
        {assignable.length > 0
          ? 'An assignment is an exercise with dates, points and attempt rules.'
          : 'No exercise is published on this installation yet. Publish exercises first, with the seed.'}
      </EmptyState>
    )
  return (
    <section aria-labelledby="assignments" className="grid gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="assignments" className="text-ink-2 text-ui">
          {formatNumberOf(assignments.length, 'assignment')}, {open} open, {formatPoints(total)} points in all. Times
          are {timeZone}.
        </h2>
        {add}
      </div>
      <Table label="Assignments">
        <thead>
          <tr>
            <Th className="sticky left-0 z-10 bg-bg">Exercise</Th>
            <Th>State</Th>
            <Th>Due, and when it is open</Th>
            <Th numeric>Points</Th>
            <Th numeric>Late/day</Th>
            <Th numeric>Attempts/day</Th>
            <Th numeric>Handed in</Th>
            <Th>
              <span className="sr-only">Edit</span>
            </Th>
          </tr>
        </thead>
        <tbody>
          {assignments.map((assignment) => (
            <tr key={assignment.id}>
              <Td className="sticky left-0 z-10 min-w-40 bg-bg lg:min-w-64">
                <div className="font-medium">{assignment.title}</div>
                <div className="text-ink-3 text-xs">
                  Module {assignment.module} · version {assignment.version}
                  {assignment.requiresGpu && ' · needs a GPU'}
                  {assignment.revealAtOnce && ' · practice'}
                </div>
              </Td>
              <Td>
                {assignment.pausedBecause === null ? (
                  <StateOf state={openingState(assignment, now)} />
                ) : (
                  <div className="grid min-w-44 max-w-64 justify-items-start gap-1.5">
                    <Badge tone="bad">Paused</Badge>
                    <span className="wrap-anywhere text-ink-2 text-xs">{assignment.pausedBecause}</span>
                    <ResumeAssignment courseSlug={courseSlug} assignment={assignment} />
                  </div>
                )}
              </Td>
              <Td className="tnum whitespace-nowrap">
                {show(assignment.dueAt)}
                <div className="text-ink-3 text-xs">
                  {show(assignment.opensAt)} to {show(assignment.closesAt)}
                </div>
              </Td>
              <Td numeric>{formatPoints(assignment.maxPoints)}</Td>
              <Td numeric>−{formatPoints(assignment.latePenaltyPerDay * 100)} %</Td>
              <Td numeric>{assignment.attemptsPerDay}</Td>
              <Td numeric>
                {formatCount(assignment.submissions)}
                <span className="text-ink-3"> by {formatCount(assignment.people)}</span>
              </Td>
              <Td className="text-right">
                <AssignmentForm
                  courseSlug={courseSlug}
                  timeZone={timeZone}
                  assignment={{
                    id: assignment.id,
                    slug: assignment.slug,
                    title: assignment.title,
                    people: assignment.people,
                  }}
                  values={valuesOf(assignment, timeZone)}
                  trigger={
                    <Button size="sm" variant="ghost" aria-label={`Edit ${assignment.title}`}>
                      <Pencil aria-hidden />
                      Edit
                    </Button>
                  }
                />
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  )
}

const valuesOf = (assignment: AssignmentRow, timeZone: string): AssignmentValues => ({
  opensAt: toZoned(assignment.opensAt, timeZone),
  dueAt: toZoned(assignment.dueAt, timeZone),
  closesAt: toZoned(assignment.closesAt, timeZone),
  attemptsPerDay: assignment.attemptsPerDay,
  maxPoints: assignment.maxPoints,
  latePenaltyPercent: Math.round(assignment.latePenaltyPerDay * 10_000) / 100,
  revealAtOnce: assignment.revealAtOnce,
  requiresGpu: assignment.requiresGpu,
})

function StateOf({ state }: { state: OpeningState }) {
  switch (state) {
    case 'not-open':
      return <Badge tone="outline">Not open yet</Badge>
    case 'open':
      return <Badge tone="good">Open</Badge>
    case 'closed':
      return <Badge>Closed</Badge>
    default:
      return state satisfies never
  }
}
