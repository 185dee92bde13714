'use client'
import { type ReactNode, useState } from 'react'
import { toast } from 'sonner'
import { savePersonAction } from '#app/actions/admin/save-person.ts'
import { Button } from '#app/components/ui/button.tsx'
import { Dialog } from '#app/components/ui/dialog.tsx'
import { CheckboxField, TextField } from '#app/components/ui/field.tsx'
import { useActionForm } from '#app/components/use-action-form.ts'
import { MIN_PASSWORD_LENGTH } from '#lib/usecases/inputs/person-input.ts'

interface Props {
  person?: { id: string; name: string; email: string; isAdmin: boolean }
  trigger: ReactNode
}

/** Adds somebody, or changes somebody's name, address, password and admin right. */
export function PersonForm({ person, trigger }: Props) {
  const [open, setOpen] = useState(false)
  return (
    <Dialog
      title={person ? `Edit ${person.name || person.email}` : 'Add a person'}
      description={person ? undefined : 'Enrolling them in a course comes next, on the course’s own page.'}
      trigger={trigger}
      open={open}
      onOpenChange={setOpen}
    >
      <Fields person={person} onDone={() => setOpen(false)} />
    </Dialog>
  )
}

function Fields({ person, onDone }: Pick<Props, 'person'> & { onDone: () => void }) {
  const { onSubmit, pending, errorOf } = useActionForm(savePersonAction, {
    fixed: person ? { personId: person.id } : {},
    onSuccess: ({ message }) => {
      toast.success(message)
      onDone()
    },
  })
  return (
    <form onSubmit={onSubmit} noValidate className="grid gap-4">
      <TextField name="name" label="Name" defaultValue={person?.name} error={errorOf('name')} autoComplete="off" />
      <TextField
        name="email"
        type="email"
        label="E-mail"
        defaultValue={person?.email}
        error={errorOf('email')}
        autoComplete="off"
      />
      <TextField
        name="password"
        type="text"
        label={person ? 'New password' : 'Initial password'}
        error={errorOf('password')}
        hint={
          person
            ? 'Leave it empty to keep the present one.'
            : `At least ${MIN_PASSWORD_LENGTH} characters. Shown as you type, so that you can pass it on.`
        }
        autoComplete="off"
        spellCheck={false}
        className="font-mono"
      />
      <CheckboxField
        name="isAdmin"
        label="Admin of the platform"
        defaultChecked={person?.isAdmin}
        error={errorOf('isAdmin')}
        hint="Sees and changes every course, all people and the machinery."
      />
      <div className="flex justify-end gap-2 pt-1">
        <Button onClick={onDone}>Cancel</Button>
        <Button type="submit" variant="primary" pending={pending}>
          {person ? 'Save' : 'Add person'}
        </Button>
      </div>
    </form>
  )
}
