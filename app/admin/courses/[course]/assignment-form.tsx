'use client'
import { type ReactNode, useState } from 'react'
import { toast } from 'sonner'
import { saveAssignmentAction } from '#app/actions/admin/save-assignment.ts'
import { formatNumberOf } from '#app/components/format.ts'
import { Button } from '#app/components/ui/button.tsx'
import { Dialog } from '#app/components/ui/dialog.tsx'
import { CheckboxField, SelectField, TextField } from '#app/components/ui/field.tsx'
import { useActionForm } from '#app/components/use-action-form.ts'

export interface AssignmentValues {
  /** On the course's clock, as "2026-11-27T18:00". */
  opensAt: string
  dueAt: string
  closesAt: string
  attemptsPerDay: number
  maxPoints: number
  latePenaltyPercent: number
  revealAtOnce: boolean
  requiresGpu: boolean
}
interface Props {
  courseSlug: string
  timeZone: string
  /** The one to change; left out, one of `exercises` is added. */
  assignment?: { id: string; slug: string; title: string; people: number }
  exercises?: readonly { slug: string; title: string; module: number; version: number }[]
  values: AssignmentValues
  trigger: ReactNode
}

export function AssignmentForm(props: Props) {
  const [open, setOpen] = useState(false)
  const { assignment } = props
  return (
    <Dialog
      title={assignment ? assignment.title : 'Add an assignment'}
      description={
        assignment && assignment.people > 0
          ? `${formatNumberOf(assignment.people, 'person has', 'people have')} handed in here. If the due date, the penalty or the points change, theirs are worked out anew.`
          : undefined
      }
      trigger={props.trigger}
      open={open}
      onOpenChange={setOpen}
    >
      <Fields {...props} onDone={() => setOpen(false)} />
    </Dialog>
  )
}

function Fields({ courseSlug, timeZone, assignment, exercises = [], values, onDone }: Props & { onDone: () => void }) {
  const { onSubmit, pending, errorOf } = useActionForm(saveAssignmentAction, {
    fixed: { courseSlug, ...(assignment ? { assignmentId: assignment.id, slug: assignment.slug } : {}) },
    onSuccess: ({ message }) => {
      toast.success(message)
      onDone()
    },
  })
  const date = (name: 'opensAt' | 'dueAt' | 'closesAt', label: string) => (
    <TextField
      type="datetime-local"
      name={name}
      label={label}
      defaultValue={values[name]}
      error={errorOf(name)}
      className="tnum"
    />
  )
  const number = (name: 'attemptsPerDay' | 'maxPoints' | 'latePenaltyPercent', label: string) => (
    <TextField
      type="text"
      inputMode="decimal"
      name={name}
      label={label}
      defaultValue={values[name]}
      error={errorOf(name)}
      autoComplete="off"
      className="tnum"
    />
  )
  return (
    <form onSubmit={onSubmit} noValidate className="grid gap-4">
      {!assignment && (
        <SelectField
          name="slug"
          label="Exercise"
          error={errorOf('slug')}
          hint="The newest version is taken; it stays with the assignment."
        >
          {exercises.map(({ slug, title, module, version }) => (
            <option key={slug} value={slug}>
              Module {module} · {title} (version {version})
            </option>
          ))}
        </SelectField>
      )}
      <fieldset className="grid gap-3">
        <legend className="mb-2 text-ink-3 text-xs">Dates, on the clock of {timeZone}</legend>
        <div className="grid gap-3 sm:grid-cols-2">
          {date('opensAt', 'Opens')}
          {date('dueAt', 'Due')}
          {date('closesAt', 'Closes')}
        </div>
      </fieldset>
      <div className="grid gap-3 sm:grid-cols-3">
        {number('maxPoints', 'Points')}
        {number('latePenaltyPercent', 'Late: % lost a day')}
        {number('attemptsPerDay', 'Attempts a day')}
      </div>
      <CheckboxField
        name="revealAtOnce"
        label="Practice: show the private score at once"
        defaultChecked={values.revealAtOnce}
        hint="Otherwise it counts, and is shown, when the assignment closes."
      />
      <CheckboxField
        name="requiresGpu"
        label="Needs a GPU"
        defaultChecked={values.requiresGpu}
        hint="Submissions wait until a worker with one is there."
      />
      {assignment && errorOf('slug') && <p className="text-bad text-xs">{errorOf('slug')}</p>}
      <div className="flex justify-end gap-2 pt-1">
        <Button onClick={onDone}>Cancel</Button>
        <Button type="submit" variant="primary" pending={pending}>
          {assignment ? 'Save' : 'Add assignment'}
        </Button>
      </div>
    </form>
  )
}
