import { Trophy } from 'lucide-react'
import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { Crumbs } from '#app/components/crumbs.tsx'
import { formatDateTime, formatNumberOf, formatScore, metricWord } from '#app/components/format.ts'
import { PageBody } from '#app/components/page-body.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { requireCourse } from '#lib/access.ts'
import { db } from '#lib/db.ts'
import { allows } from '#lib/domain/permissions.ts'
import { type Board, type Leaderboard, readLeaderboard } from '#lib/usecases/read-leaderboard.ts'
import { BoardTable } from './board-table.tsx'

type Props = {
  params: Promise<{ course: string; exercise: string }>
  searchParams: Promise<{ scores?: string | string[] }>
}

export const metadata: Metadata = { title: 'Leaderboard' }

export default async function BoardPage({ params, searchParams }: Props) {
  const { course: courseSlug, exercise: slug } = await params
  const { course, enrolment, role } = await requireCourse(courseSlug, 'leaderboard:read')
  const now = new Date()
  const board: Board = (await searchParams).scores === 'public' ? 'public' : 'private'
  const leaderboard = await readLeaderboard(db, {
    courseId: course.id,
    slug,
    board,
    withNames: allows('leaderboard:read-names', role),
    enrolmentId: enrolment?.id ?? null,
    now,
  })
  if (!leaderboard) notFound()
  const { assignment } = leaderboard
  const exerciseHref = `/courses/${course.slug}/exercises/${slug}` as Route
  return (
    <PageBody className="grid gap-6">
      <PageHeader
        above={
          <Crumbs
            links={[
              { href: `/courses/${course.slug}`, label: course.title },
              { href: exerciseHref, label: assignment.title },
            ]}
          />
        }
        title={standingWords(leaderboard)}
        lead={boardWords(leaderboard, formatDateTime(assignment.closesAt, course.timeZone))}
        actions={assignment.revealed && <BoardSwitch href={`${exerciseHref}/board`} board={leaderboard.board} />}
      />
      {leaderboard.size === 0 && (
        <EmptyState
          icon={<Trophy />}
          title="Nobody is on the board yet"
          action={
            <Button asChild>
              <Link href={exerciseHref}>Go to the exercise</Link>
            </Button>
          }
        >
          It fills with the first scored submission. Everybody stands here under a pseudonym.
        </EmptyState>
      )}
      {(leaderboard.size > 0 || leaderboard.bars.classical?.length !== 0) && (
        <BoardTable leaderboard={leaderboard} timeZone={course.timeZone} now={now} />
      )}
    </PageBody>
  )
}

function standingWords({ mine, size }: Leaderboard): string {
  if (mine) return `You stand ${mine.rank} of ${size}`
  return size === 0 ? 'Leaderboard' : `${formatNumberOf(size, 'person', 'people')} on the board`
}

function boardWords({ mine, bars, board, assignment }: Leaderboard, closes: string): string {
  const score = mine ? `${metricWord(bars.metric)} ${formatScore(bars.metric, mine.score)}. ` : ''
  if (!assignment.revealed)
    return `${score}By public score until the assignment closes, ${closes}; then the private score decides.`
  return board === 'private'
    ? `${score}By private score: it decides.`
    : `${score}By public score, as it stood before the close.`
}

function BoardSwitch({ href, board }: { href: string; board: Board }) {
  return (
    <nav aria-label="Which scores" className="flex rounded-md border border-line p-0.5">
      {(['private', 'public'] as const).map((which) => (
        <Link
          key={which}
          href={(which === 'public' ? `${href}?scores=public` : href) as Route}
          aria-current={which === board ? 'page' : undefined}
          className="rounded px-2.5 py-0.5 text-ink-2 text-ui capitalize aria-[current=page]:bg-hover aria-[current=page]:font-medium aria-[current=page]:text-ink"
        >
          {which}
        </Link>
      ))}
    </nav>
  )
}
