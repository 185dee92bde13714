import type { Route } from 'next'
import Link from 'next/link'
import { StateBadge } from '#app/components/state-badge.tsx'
import type { ExerciseTile } from '#lib/usecases/read-course-home.ts'

/** The exercises a lesson prepares for, each with what the learner made of it so far. */
export function LessonExercises({ tiles, home }: { tiles: readonly ExerciseTile[]; home: string }) {
  return (
    <section aria-labelledby="exercises">
      <h2 id="exercises" className="mb-2 scroll-mt-16 font-semibold text-[1.1875rem] leading-6 tracking-[-0.01em]">
        What you do with it
      </h2>
      <ul className="divide-y divide-line border-line border-y">
        {tiles.map(({ slug, title, objective, minutes, state }) => (
          <li key={slug} className="relative flex items-start justify-between gap-4 py-2.5 hover:bg-hover">
            <div className="min-w-0">
              <Link
                href={`${home}/exercises/${slug}` as Route}
                className="rounded font-medium text-base after:absolute after:inset-0"
              >
                {title}
              </Link>
              <p className="text-ink-3 text-ui">
                {objective} <span className="tnum whitespace-nowrap">About {minutes} min.</span>
              </p>
            </div>
            <StateBadge state={state} />
          </li>
        ))}
      </ul>
    </section>
  )
}
