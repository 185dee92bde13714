'use client'
import { ClipboardPaste, UserPlus } from 'lucide-react'
import { useState } from 'react'
import { toast } from 'sonner'
import { enrolPeopleAction } from '#app/actions/admin/enrol-people.ts'
import { enrolPersonAction } from '#app/actions/admin/enrol-person.ts'
import { Button } from '#app/components/ui/button.tsx'
import { Dialog } from '#app/components/ui/dialog.tsx'
import { CheckboxField, SelectField, TextareaField, TextField } from '#app/components/ui/field.tsx'
import { useActionForm } from '#app/components/use-action-form.ts'
import { type ListAnswer, ListOutcome } from './list-outcome.tsx'

/** The two ways into a course: one address, or a pasted list. */
export function EnrolForms({ courseSlug }: { courseSlug: string }) {
  const [one, setOne] = useState(false)
  const [many, setMany] = useState(false)
  return (
    <div className="flex flex-wrap gap-2">
      <Dialog
        title="Paste a list"
        description="One person a line: an address, with a name before or after it. A spreadsheet’s columns will do."
        open={many}
        onOpenChange={setMany}
        wide
        trigger={
          <Button>
            <ClipboardPaste aria-hidden />
            Paste a list
          </Button>
        }
      >
        <ListForm courseSlug={courseSlug} onDone={() => setMany(false)} />
      </Dialog>
      <Dialog
        title="Enrol somebody"
        open={one}
        onOpenChange={setOne}
        trigger={
          <Button variant="primary">
            <UserPlus aria-hidden />
            Enrol
          </Button>
        }
      >
        <OneForm courseSlug={courseSlug} onDone={() => setOne(false)} />
      </Dialog>
    </div>
  )
}

function RoleField({ error }: { error: string | null }) {
  return (
    <SelectField name="role" label="Role" error={error} defaultValue="student">
      <option value="student">Student</option>
      <option value="instructor">Instructor</option>
    </SelectField>
  )
}

function OneForm({ courseSlug, onDone }: { courseSlug: string; onDone: () => void }) {
  const { onSubmit, pending, errorOf } = useActionForm(enrolPersonAction, {
    fixed: { courseSlug },
    onSuccess: ({ message }) => {
      toast.success(message)
      onDone()
    },
  })
  return (
    <form onSubmit={onSubmit} noValidate className="grid gap-4">
      <TextField
        name="email"
        type="email"
        label="E-mail"
        error={errorOf('email')}
        hint="Of somebody who has an account here."
        autoComplete="off"
      />
      <RoleField error={errorOf('role')} />
      <div className="flex justify-end gap-2 pt-1">
        <Button onClick={onDone}>Cancel</Button>
        <Button type="submit" variant="primary" pending={pending}>
          Enrol
        </Button>
      </div>
    </form>
  )
}

function ListForm({ courseSlug, onDone }: { courseSlug: string; onDone: () => void }) {
  const [answer, setAnswer] = useState<ListAnswer | null>(null)
  const { onSubmit, pending, errorOf } = useActionForm(enrolPeopleAction, {
    fixed: { courseSlug },
    onSuccess: setAnswer,
  })
  if (answer) return <ListOutcome answer={answer} onDone={onDone} />
  return (
    <form onSubmit={onSubmit} noValidate className="grid gap-4">
      <TextareaField
        name="list"
        label="People"
        rows={8}
        error={errorOf('list')}
        placeholder={'Kim Lee, kim@example.edu\nJo Novak <jo@example.edu>'}
        spellCheck={false}
        className="font-mono text-xs"
      />
      <RoleField error={errorOf('role')} />
      <CheckboxField
        name="createMissing"
        label="Make accounts for those who have none"
        hint="Each gets an initial password. You see them once, right after this; pass them on."
      />
      <div className="flex justify-end gap-2 pt-1">
        <Button onClick={onDone}>Cancel</Button>
        <Button type="submit" variant="primary" pending={pending}>
          Enrol all
        </Button>
      </div>
    </form>
  )
}
