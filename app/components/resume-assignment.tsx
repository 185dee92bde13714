import { resumeAssignmentAction } from '#app/actions/admin/resume-assignment.ts'
import { ConfirmAction } from './confirm-action.tsx'

interface Props {
  courseSlug: string
  assignment: { id: string; title: string }
}

/** Ends the pause of an assignment; refused while its data is not whole. */
export function ResumeAssignment({ courseSlug, assignment }: Props) {
  return (
    <ConfirmAction
      action={resumeAssignmentAction}
      input={{ courseSlug, assignmentId: assignment.id }}
      size="sm"
      label="Resume"
      aria-label={`Resume ${assignment.title}`}
      title={`Resume ${assignment.title}?`}
      description="Its data is read and compared with its hashes first. If all is whole, submissions are taken again; runs that were given up meanwhile can be tried again under Machinery."
      confirm="Resume"
    />
  )
}
