import type { Metadata, Route } from 'next'
import { notFound } from 'next/navigation'
import { ScoreTrack } from '#app/components/charts/score-track.tsx'
import { Crumbs } from '#app/components/crumbs.tsx'
import { formatDateTime, formatNumberOf, formatPoints } from '#app/components/format.ts'
import { PageBody } from '#app/components/page-body.tsx'
import { PersonName } from '#app/components/person-name.tsx'
import { Badge } from '#app/components/ui/badge.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { requireCourse } from '#lib/access.ts'
import { db } from '#lib/db.ts'
import { isLate } from '#lib/domain/lateness.ts'
import { lowerIsBetter } from '#lib/domain/metric.ts'
import { readStudentPath, type StudentPath } from '#lib/usecases/read-student-path.ts'
import { AttemptsStrip } from './attempts-strip.tsx'
import { StepRow } from './step-row.tsx'

type Props = { params: Promise<{ course: string; enrolment: string }> }

async function getPath({ params }: Props) {
  const { course: slug, enrolment } = await params
  const { course } = await requireCourse(slug, 'cohort:read')
  const path = await readStudentPath(db, { courseId: course.id, enrolmentId: enrolment })
  if (!path) notFound()
  return { course, path }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { course, path } = await getPath(props)
  return { title: `${path.name} · ${course.title}` }
}

export default async function StudentPathPage(props: Props) {
  const { course, path } = await getPath(props)
  const now = new Date()
  const begun = path.assignments.filter(({ steps }) => steps.length > 0)
  const passed = path.assignments.filter(({ steps }) => steps.some((step) => step.passed)).length
  const submissions = begun.reduce((sum, { steps }) => sum + steps.length, 0)
  return (
    <PageBody className="grid gap-6">
      <PageHeader
        above={<Crumbs links={[{ href: `/courses/${course.slug}/cohort`, label: 'Cohort' }]} />}
        title={
          <>
            <PersonName name={path.name} isDemo={path.isDemo} />
            {!path.active && <Badge tone="warn">left the course</Badge>}
          </>
        }
        lead={`${passed} of ${formatNumberOf(path.assignments.length, 'exercise')} passed, with ${formatNumberOf(submissions, 'submission')}. On boards: ${path.pseudonym}.`}
      />
      <div>
        {path.assignments.map((assignment) => (
          <Exercise key={assignment.id} assignment={assignment} course={course} now={now} />
        ))}
      </div>
    </PageBody>
  )
}

interface ExerciseProps {
  assignment: StudentPath['assignments'][number]
  course: { slug: string; timeZone: string }
  now: Date
}

function Exercise({ assignment, course, now }: ExerciseProps) {
  const { slug, title, module, bars, dueAt, steps, hasDraft } = assignment
  const scores = steps.flatMap(({ publicScore }) => (publicScore === null ? [] : [publicScore]))
  const best = scores.length === 0 ? null : lowerIsBetter(bars.metric) ? Math.min(...scores) : Math.max(...scores)
  const points = Math.max(0, ...steps.map((step) => step.points ?? 0))
  return (
    <section
      id={slug}
      aria-labelledby={`${slug}-title`}
      className="scroll-mt-16 border-line border-t py-5 target:bg-accent-soft/40"
    >
      <div className="grid gap-x-8 gap-y-3 md:grid-cols-[16rem_minmax(0,1fr)]">
        <div className="grid content-start gap-2">
          <div>
            <h2 id={`${slug}-title`} className="font-medium text-base">
              {title}
            </h2>
            <p className="tnum text-ink-3 text-xs">
              Module {module} · due {formatDateTime(dueAt, course.timeZone)}
            </p>
          </div>
          {steps.length > 0 && (
            <>
              <ScoreTrack bars={bars} score={best} labelled />
              <p className="tnum text-ink-2 text-xs">
                {formatNumberOf(steps.length, 'submission')} · best {formatPoints(points)} of 100 before lateness
              </p>
            </>
          )}
        </div>
        {steps.length === 0 ? (
          <p className="text-ink-3 text-ui">
            {hasDraft ? 'Has a draft; nothing handed in yet.' : 'Nothing here yet: neither a draft nor a submission.'}
          </p>
        ) : (
          <div className="min-w-0">
            {steps.length > 1 && <AttemptsStrip steps={steps} bars={bars} />}
            <ol className="mt-1 divide-y divide-line">
              {steps
                .map((step, index) => (
                  <StepRow
                    key={step.submissionId}
                    step={step}
                    ordinal={index + 1}
                    bars={bars}
                    late={isLate(dueAt, step.receivedAt)}
                    href={`/courses/${course.slug}/submissions/${step.submissionId}` as Route}
                    now={now}
                    timeZone={course.timeZone}
                  />
                ))
                .toReversed()}
            </ol>
          </div>
        )}
      </div>
    </section>
  )
}
