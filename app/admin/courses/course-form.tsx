'use client'
import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { type ReactNode, useState } from 'react'
import { toast } from 'sonner'
import { saveCourseAction } from '#app/actions/admin/save-course.ts'
import { Button } from '#app/components/ui/button.tsx'
import { Dialog } from '#app/components/ui/dialog.tsx'
import { TextareaField, TextField } from '#app/components/ui/field.tsx'
import { useActionForm } from '#app/components/use-action-form.ts'

interface Props {
  course?: { id: string; title: string; slug: string; description: string; timeZone: string }
  /** Names that this machine knows, offered while typing. */
  timeZones: readonly string[]
  trigger: ReactNode
}

/** Adds a course, or changes one. */
export function CourseForm({ course, timeZones, trigger }: Props) {
  const [open, setOpen] = useState(false)
  return (
    <Dialog
      title={course ? 'Edit course' : 'Add a course'}
      description={course ? undefined : 'People and assignments come next, on the course’s own page.'}
      trigger={trigger}
      open={open}
      onOpenChange={setOpen}
    >
      <Fields course={course} timeZones={timeZones} onDone={() => setOpen(false)} />
    </Dialog>
  )
}

function Fields({ course, timeZones, onDone }: Pick<Props, 'course' | 'timeZones'> & { onDone: () => void }) {
  const router = useRouter()
  const { onSubmit, pending, errorOf } = useActionForm(saveCourseAction, {
    fixed: course ? { courseId: course.id } : {},
    onSuccess: ({ slug, message }) => {
      toast.success(message)
      onDone()
      if (slug !== course?.slug) router.push(`/admin/courses/${slug}` as Route)
    },
  })
  return (
    <form onSubmit={onSubmit} noValidate className="grid gap-4">
      <TextField name="title" label="Title" defaultValue={course?.title} error={errorOf('title')} autoComplete="off" />
      <TextField
        name="slug"
        label="Address"
        defaultValue={course?.slug}
        error={errorOf('slug')}
        hint={
          course
            ? 'Changing it breaks links that people have kept.'
            : 'Lower-case words joined by hyphens, as in /courses/deep-learning.'
        }
        autoComplete="off"
        spellCheck={false}
        className="font-mono"
      />
      <TextareaField
        name="description"
        label="Description"
        defaultValue={course?.description}
        error={errorOf('description')}
        hint="A sentence or two under the title."
      />
      <TextField
        name="timeZone"
        label="Time zone"
        list="time-zones"
        defaultValue={course?.timeZone ?? 'Australia/Perth'}
        error={errorOf('timeZone')}
        hint="Due dates are entered and shown on this clock; attempts are counted by its days."
        autoComplete="off"
        spellCheck={false}
      />
      <datalist id="time-zones">
        {timeZones.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
      <div className="flex justify-end gap-2 pt-1">
        <Button onClick={onDone}>Cancel</Button>
        <Button type="submit" variant="primary" pending={pending}>
          {course ? 'Save' : 'Add course'}
        </Button>
      </div>
    </form>
  )
}
