import { createMiddleware, createSafeActionClient } from 'next-safe-action'
import { z } from 'zod'
import { currentViewer } from '#lib/access.ts'
import { db } from '#lib/db.ts'
import { allows, PERMISSIONS, type Permission } from '#lib/domain/permissions.ts'
import { log } from '#lib/log.ts'
import { findCourseAccess } from '#lib/usecases/find-course-access.ts'

const permissionNames = Object.keys(PERMISSIONS) as [Permission, ...Permission[]]

/** Thrown to whoever may not: told apart from a bug, and from nothing else. */
class Refused extends Error {}

const client = createSafeActionClient({
  defineMetadataSchema: () => z.object({ permission: z.enum(permissionNames) }),
  // The message of an error may hold anything; only the log gets it.
  handleServerError(error, { metadata }) {
    if (error instanceof Refused) return 'There is nothing here that you may change.'
    log('action').error({ permission: metadata?.permission, error: error.stack ?? String(error) }, 'action failed')
    return 'Something went wrong on our side. Nothing was lost; please try again.'
  },
})

const signedIn = createMiddleware<{ metadata: { permission: Permission } }>().define(async ({ next }) => {
  const viewer = await currentViewer()
  if (!viewer) throw new Refused()
  return next({ ctx: { viewer } })
})

const CourseOfInput = z.object({ courseSlug: z.string() })

/**
 * The client of an action about a course: its input names the course as `courseSlug`, and whoever calls it has
 * `permission` there. `ctx` holds `viewer`, `course`, `enrolment` and `role`.
 */
export const courseAction = (permission: Permission) =>
  client
    .metadata({ permission })
    .use(signedIn)
    .use(async ({ next, ctx, clientInput }) => {
      const input = CourseOfInput.safeParse(clientInput)
      const access = input.success ? await findCourseAccess(db, ctx.viewer, input.data.courseSlug) : null
      if (!access || !allows(permission, access.role)) throw new Refused()
      return next({ ctx: { ...ctx, ...access } })
    })

/** The client of an action on the platform itself: admins only, by the same table. */
export const platformAction = (permission: Permission) =>
  client
    .metadata({ permission })
    .use(signedIn)
    .use(async ({ next, ctx }) => {
      if (!allows(permission, ctx.viewer.isAdmin ? 'admin' : 'stranger')) throw new Refused()
      return next({ ctx })
    })
