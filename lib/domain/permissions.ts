/** What somebody is to a course. A stranger is anyone who is not enrolled, signed in or not. */
export const COURSE_ROLES = ['stranger', 'student', 'instructor', 'admin'] as const
export type CourseRole = (typeof COURSE_ROLES)[number]

/** How far a permission reaches: nothing, what is one's own, or everything in the course (or on the platform). */
export type Reach = 'none' | 'own' | 'all'

const reach = (stranger: Reach, student: Reach, instructor: Reach, admin: Reach): Record<CourseRole, Reach> => ({
  stranger,
  student,
  instructor,
  admin,
})

/**
 * The one table: every server action and route handler names the row it needs. Platform permissions belong to
 * `admin`, which is the platform's role rather than a course's; the others are looked up for one course.
 */
export const PERMISSIONS = {
  // stranger, student, instructor, admin
  'course:read': reach('none', 'all', 'all', 'all'),
  'lesson:read': reach('none', 'all', 'all', 'all'),
  'exercise:read': reach('none', 'all', 'all', 'all'),
  'dataset:read': reach('none', 'all', 'all', 'all'),
  // The rows a learner's own code may see; hidden ones are nobody's to read.
  'train-rows:read': reach('none', 'all', 'all', 'all'),
  // Instructors try exercises too; an admin without an enrolment has nothing to hang a draft on.
  'draft:write': reach('none', 'own', 'own', 'none'),
  'submission:create': reach('none', 'own', 'own', 'none'),
  'submission:read': reach('none', 'own', 'all', 'all'),
  'run:read': reach('none', 'own', 'all', 'all'),
  'leaderboard:read': reach('none', 'all', 'all', 'all'),
  'leaderboard:read-names': reach('none', 'none', 'all', 'all'),
  // Every figure of the lessons with its parameters: for those who write them.
  'figures:read': reach('none', 'none', 'all', 'all'),
  'cohort:read': reach('none', 'none', 'all', 'all'),
  'gradebook:export': reach('none', 'none', 'all', 'all'),
  'submission:regrade': reach('none', 'none', 'all', 'all'),
  'assignment:edit': reach('none', 'none', 'none', 'all'),
  // Its data has to be mended on the machine first.
  'assignment:resume': reach('none', 'none', 'none', 'all'),
  'enrolment:edit': reach('none', 'none', 'none', 'all'),
  'course:create': reach('none', 'none', 'none', 'all'),
  'course:edit': reach('none', 'none', 'none', 'all'),
  'person:edit': reach('none', 'none', 'none', 'all'),
  // Nobody's and of no course: whoever has signed in.
  'playground:use': reach('all', 'all', 'all', 'all'),
  'machinery:read': reach('none', 'none', 'none', 'all'),
  'run:retry': reach('none', 'none', 'none', 'all'),
  'audit:read': reach('none', 'none', 'none', 'all'),
} as const satisfies Record<string, Record<CourseRole, Reach>>

export type Permission = keyof typeof PERMISSIONS

export const reachOf = (permission: Permission, role: CourseRole): Reach => PERMISSIONS[permission][role]

/** Whether `role` may do it at all; what reaches to one's own only still has to be one's own. */
export const allows = (permission: Permission, role: CourseRole): boolean => reachOf(permission, role) !== 'none'

/** Whether `role` may do it to something that is the viewer's own or isn't. */
export const allowsOn = (permission: Permission, role: CourseRole, isOwn: boolean): boolean => {
  const far = reachOf(permission, role)
  return far === 'all' || (far === 'own' && isOwn)
}

/** An admin is one everywhere; otherwise the enrolment decides, unless it was deactivated. */
export function courseRole(
  viewer: { isAdmin: boolean },
  enrolment: { role: 'student' | 'instructor'; deactivatedAt: Date | null } | null,
): CourseRole {
  if (viewer.isAdmin) return 'admin'
  return enrolment && enrolment.deactivatedAt === null ? enrolment.role : 'stranger'
}
