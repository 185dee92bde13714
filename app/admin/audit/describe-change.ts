const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const show = (value: unknown): string => (typeof value === 'string' ? value || 'empty' : JSON.stringify(value))

/** The values of an audit entry in a line; where they replaced others, only those that changed, as "was → is". */
export function describeChange(data: unknown): string {
  if (!isRecord(data)) return ''
  const { was, ...values } = data
  const before = isRecord(was) ? was : null
  return Object.entries(values)
    .flatMap(([name, value]) => {
      if (before && name in before)
        return show(before[name]) === show(value) ? [] : [`${name}: ${show(before[name])} → ${show(value)}`]
      return [`${name}: ${show(value)}`]
    })
    .concat(typeof was === 'string' ? [`was: ${was}`] : [])
    .join(' · ')
}

const ACTION_WORDS: Readonly<Record<string, string>> = {
  'course.created': 'Added a course',
  'course.changed': 'Changed a course',
  'course.archived': 'Archived a course',
  'course.unarchived': 'Brought back a course',
  'person.created': 'Added a person',
  'person.changed': 'Changed a person',
  'person.deactivated': 'Deactivated a person',
  'person.reactivated': 'Reactivated a person',
  'enrolment.enrolled': 'Enrolled somebody',
  'enrolment.reactivated': 'Brought somebody back into a course',
  'enrolment.deactivated': 'Took somebody out of a course',
  'enrolment.role-changed': 'Changed a role',
  'assignment.created': 'Added an assignment',
  'assignment.changed': 'Changed an assignment',
  'assignment.paused': 'Paused an assignment',
  'assignment.resumed': 'Resumed an assignment',
  'submission.regraded': 'Had a submission graded again',
  'run.retried': 'Tried a run again that was given up',
}

/** What was done, in words; the bare name of an action that has none yet. */
export const describeAction = (action: string): string => ACTION_WORDS[action] ?? action.replace(/[.-]/g, ' ')
