'use client'
import { Ellipsis } from 'lucide-react'
import { useState } from 'react'
import { toast } from 'sonner'
import { changeRoleAction } from '#app/actions/admin/change-role.ts'
import { deactivateEnrolmentAction } from '#app/actions/admin/deactivate-enrolment.ts'
import { Button } from '#app/components/ui/button.tsx'
import { ConfirmDialog } from '#app/components/ui/dialog.tsx'
import { Menu, MenuItem } from '#app/components/ui/menu.tsx'
import { useActionCall } from '#app/components/use-action-form.ts'

interface Props {
  courseSlug: string
  enrolmentId: string
  name: string
  role: 'student' | 'instructor'
  active: boolean
}

export function EnrolmentActions({ courseSlug, enrolmentId, name, role, active }: Props) {
  const [asking, setAsking] = useState<'role' | 'leave' | null>(null)
  const done = ({ message }: { message: string }) => toast.success(`${name}: ${message.toLowerCase()}`)
  const change = useActionCall(changeRoleAction, done)
  const leave = useActionCall(deactivateEnrolmentAction, done)
  const other = role === 'student' ? 'instructor' : 'student'
  return (
    <>
      <Menu
        trigger={
          <Button
            variant="ghost"
            size="icon"
            aria-label={`Change the enrolment of ${name}`}
            pending={change.pending || leave.pending}
          >
            <Ellipsis aria-hidden />
          </Button>
        }
      >
        {active && (
          <MenuItem onSelect={() => setAsking('role')}>
            Make {other === 'instructor' ? 'an instructor' : 'a student'}
          </MenuItem>
        )}
        {active ? (
          <MenuItem onSelect={() => setAsking('leave')}>Take out of the course</MenuItem>
        ) : (
          <MenuItem onSelect={() => leave.call({ courseSlug, enrolmentId, active: true })}>
            Bring back into the course
          </MenuItem>
        )}
      </Menu>
      <ConfirmDialog
        open={asking === 'role'}
        onOpenChange={(open) => setAsking(open ? 'role' : null)}
        title={`Make ${name} ${other === 'instructor' ? 'an instructor' : 'a student'}?`}
        description={
          other === 'instructor'
            ? 'They will see every student’s name, code and points in this course.'
            : 'They will no longer see other people’s work. Their own submissions count again.'
        }
        confirm={other === 'instructor' ? 'Make an instructor' : 'Make a student'}
        onConfirm={() => change.call({ courseSlug, enrolmentId, role: other })}
      />
      <ConfirmDialog
        open={asking === 'leave'}
        onOpenChange={(open) => setAsking(open ? 'leave' : null)}
        title={`Take ${name} out of the course?`}
        description="They can no longer open it. What they handed in stays, and you can bring them back."
        confirm="Take out"
        danger
        onConfirm={() => leave.call({ courseSlug, enrolmentId, active: false })}
      />
    </>
  )
}
