import { ChevronLeft, ChevronRight, RotateCcw } from 'lucide-react'
import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { regradeSubmissionAction } from '#app/actions/regrade-submission.ts'
import { ConfirmAction } from '#app/components/confirm-action.tsx'
import { Crumbs } from '#app/components/crumbs.tsx'
import { formatDateTime } from '#app/components/format.ts'
import { PageBody } from '#app/components/page-body.tsx'
import { PersonName } from '#app/components/person-name.tsx'
import { Badge } from '#app/components/ui/badge.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { requireCourse } from '#lib/access.ts'
import { db } from '#lib/db.ts'
import { reachOf } from '#lib/domain/permissions.ts'
import { readRunStream } from '#lib/usecases/read-run-stream.ts'
import { readSubmission } from '#lib/usecases/read-submission.ts'
import { RunList } from './run-list.tsx'
import { SubmissionView } from './submission-view.tsx'

type Props = {
  params: Promise<{ course: string; submission: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

async function getSubmission({ params }: Pick<Props, 'params'>) {
  const { course: slug, submission: submissionId } = await params
  const { course, role } = await requireCourse(slug, 'submission:read')
  // Here are names and hidden figures: for who may read everybody's. Learners have their own page.
  if (reachOf('submission:read', role) !== 'all') notFound()
  const submission = await readSubmission(db, { courseId: course.id, submissionId })
  if (!submission) notFound()
  return { course, submission }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { submission } = await getSubmission(props)
  return { title: `${submission.student.name} · ${submission.exercise.title}` }
}

const RunNumber = z.coerce.number().int().positive().catch(0)

export default async function SubmissionPage(props: Props) {
  const { course, submission } = await getSubmission(props)
  const { student, exercise, assignment, runs } = submission
  const asked = RunNumber.parse((await props.searchParams).run)
  const newest = runs[0]
  const run = runs.find(({ number }) => number === asked) ?? (newest?.state === 'finished' ? effective() : newest)
  function effective() {
    return runs.find(({ id }) => id === submission.effectiveRunId)
  }
  const message = run && (await readRunStream(db, { runId: run.id, since: null, isStaff: true, now: new Date() }))
  const hrefOf = (id: string) => `/courses/${course.slug}/submissions/${id}` as Route
  return (
    <PageBody wide className="grid gap-5">
      <PageHeader
        above={
          <Crumbs
            links={[
              { href: `/courses/${course.slug}/cohort`, label: 'Cohort' },
              { href: `/courses/${course.slug}/cohort/${student.enrolmentId}#${assignment.slug}`, label: student.name },
            ]}
          />
        }
        title={
          <>
            {exercise.title} <span className="font-normal text-ink-3">by</span>{' '}
            <PersonName name={student.name} isDemo={student.isDemo} />
          </>
        }
        lead={
          <span className="tnum">
            Submission {submission.ordinal} of {submission.of}, received{' '}
            {formatDateTime(submission.receivedAt, course.timeZone)}
            {submission.late && (
              <>
                {' '}
                <Badge tone="warn">late</Badge>
              </>
            )}
          </span>
        }
        actions={
          <>
            <Neighbour href={submission.previousId && hrefOf(submission.previousId)} label="Earlier submission">
              <ChevronLeft aria-hidden />
            </Neighbour>
            <Neighbour href={submission.nextId && hrefOf(submission.nextId)} label="Later submission">
              <ChevronRight aria-hidden />
            </Neighbour>
            <ConfirmAction
              action={regradeSubmissionAction}
              input={{ courseSlug: course.slug, submissionId: submission.id }}
              label={
                <>
                  <RotateCcw aria-hidden />
                  Regrade
                </>
              }
              title="Grade this submission again?"
              description="A new run trains and scores the same source with the same seed. Earlier runs stay; the newest one counts. It costs the student no attempt."
              confirm="Grade again"
            />
          </>
        }
      />
      {runs.length > 1 && (
        <RunList
          runs={runs}
          shownId={run?.id ?? null}
          effectiveRunId={submission.effectiveRunId}
          bars={exercise.bars}
          href={hrefOf(submission.id)}
          timeZone={course.timeZone}
        />
      )}
      <SubmissionView
        key={run?.id ?? 'none'}
        source={submission.source}
        bars={exercise.bars}
        byHand={exercise.byHand}
        initial={message ?? null}
        isDemo={run?.isDemo ?? false}
      />
    </PageBody>
  )
}

function Neighbour({ href, label, children }: { href: Route | null | ''; label: string; children: React.ReactNode }) {
  if (!href)
    return (
      <Button size="icon" disabled aria-label={label}>
        {children}
      </Button>
    )
  return (
    <Button asChild size="icon">
      <Link href={href} aria-label={label}>
        {children}
      </Link>
    </Button>
  )
}
