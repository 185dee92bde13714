import { deactivatePersonAction } from '#app/actions/admin/deactivate-person.ts'
import { ConfirmAction } from '#app/components/confirm-action.tsx'

export function DeactivatePerson({ personId, name, active }: { personId: string; name: string; active: boolean }) {
  return (
    <ConfirmAction
      action={deactivatePersonAction}
      input={{ personId, active: !active }}
      size="sm"
      variant="ghost"
      label={active ? 'Deactivate' : 'Reactivate'}
      aria-label={`${active ? 'Deactivate' : 'Reactivate'} ${name}`}
      title={active ? `Deactivate ${name}?` : `Let ${name} in again?`}
      description={
        active
          ? 'They are signed out at their next click and cannot sign in. Their work stays, and you can reactivate them.'
          : 'They can sign in again and find everything as they left it.'
      }
      confirm={active ? 'Deactivate' : 'Reactivate'}
      danger={active}
    />
  )
}
