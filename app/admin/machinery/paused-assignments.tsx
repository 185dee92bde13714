import { ResumeAssignment } from '#app/components/resume-assignment.tsx'
import type { PausedAssignment } from '#lib/usecases/read-machinery.ts'

/** Assignments that take nothing, because their data cannot be had. */
export function PausedAssignments({ paused }: { paused: readonly PausedAssignment[] }) {
  return (
    <section aria-labelledby="paused">
      <h2 id="paused" className="mb-2 font-medium text-ui">
        Paused assignments
      </h2>
      <ul className="divide-y divide-line rounded-lg border border-bad/40 bg-bad-soft text-ui">
        {paused.map(({ id, exercise, course, courseSlug, because }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-2.5">
            <div className="min-w-0 flex-1 basis-64">
              <span className="font-medium">{exercise}</span> <span className="text-ink-2 text-xs">{course}</span>
              <span className="block wrap-anywhere text-ink-2">{because}</span>
            </div>
            <ResumeAssignment courseSlug={courseSlug} assignment={{ id, title: exercise }} />
          </li>
        ))}
      </ul>
      <p className="mt-1.5 text-ink-3 text-xs">
        Put the missing files back into the blob store (from a backup, or by publishing the dataset again with the same
        secret), then resume.
      </p>
    </section>
  )
}
