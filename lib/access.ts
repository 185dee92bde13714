import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { NextRequest } from 'next/server'
import { getToken } from 'next-auth/jwt'
import { cache } from 'react'
import { sessionCookieName, sessionSecret, usesSecureCookies } from './auth.ts'
import { getDb } from './db.ts'
import { allows, type CourseRole, type Permission } from './domain/permissions.ts'
import { type CourseAccess, findCourseAccess } from './usecases/find-course-access.ts'
import { findViewer, type Viewer } from './usecases/find-viewer.ts'

/**
 * Who is asking, by the request's session; null for nobody. The session holds an id only: name, admin flag and
 * deactivation are read from the database each time.
 */
export async function viewerOf(request: Pick<Request, 'url' | 'headers'>): Promise<Viewer | null> {
  const token = await getToken({
    req: new NextRequest(request.url, { headers: request.headers }),
    secret: sessionSecret(),
    cookieName: sessionCookieName(),
    secureCookie: usesSecureCookies(),
  })
  return findViewer(getDb(), token?.sub)
}

/** The same in a page or a server action, asked once a request: React's `cache` spans one. */
export const currentViewer = cache(
  async (): Promise<Viewer | null> => viewerOf({ url: 'http://localhost/', headers: new Headers(await headers()) }),
)

/** Sends nobody to the sign-in page, and back afterwards. */
export async function requireViewer(): Promise<Viewer> {
  const viewer = await currentViewer()
  if (viewer) return viewer
  // proxy.ts puts the path there: a server component is not told its own address.
  const path = (await headers()).get('x-path') ?? '/'
  redirect(`/signin?callbackUrl=${encodeURIComponent(path)}`)
}

/** Asked by a course's layout and again by its page. */
const findAccess = cache((viewer: Viewer, slug: string) => findCourseAccess(getDb(), viewer, slug))

export interface CourseRequest extends CourseAccess {
  viewer: Viewer
}

/** For a page of a course: 404 for a stranger, for who may not, and for a course that isn't there, all alike. */
export async function requireCourse(slug: string, permission: Permission): Promise<CourseRequest> {
  const viewer = await requireViewer()
  const access = await findAccess(viewer, slug)
  if (!access || !allows(permission, access.role)) notFound()
  return { viewer, ...access }
}

/** For what belongs to the platform rather than a course: 404 for everybody but an admin. */
export async function requirePermission(permission: Permission): Promise<Viewer> {
  const viewer = await requireViewer()
  const role: CourseRole = viewer.isAdmin ? 'admin' : 'stranger'
  if (!allows(permission, role)) notFound()
  return viewer
}
