import { describe, expect, it } from 'vitest'
import { allowsOn, COURSE_ROLES, courseRole, PERMISSIONS, type Permission, reachOf } from './permissions.ts'

const deactivated = new Date()
const permissions = Object.keys(PERMISSIONS) as Permission[]

describe('permissions', () => {
  const ofCourse = permissions.filter((permission) => permission !== 'playground:use')
  it.each(ofCourse)('%s is nothing for strangers', (permission) => {
    expect(reachOf(permission, 'stranger')).toBe('none')
  })

  it("lets students reach nobody else's work", () => {
    for (const permission of ['draft:write', 'submission:create', 'submission:read', 'run:read'] as const) {
      expect(allowsOn(permission, 'student', true)).toBe(true)
      expect(allowsOn(permission, 'student', false)).toBe(false)
    }
  })

  it.each<Permission>(['course:create', 'person:edit', 'machinery:read', 'audit:read', 'assignment:edit'])(
    'keeps %s for admins',
    (permission) => {
      expect(COURSE_ROLES.filter((role) => reachOf(permission, role) !== 'none')).toEqual(['admin'])
    },
  )

  it.each([
    [true, null, 'admin'],
    [true, { role: 'student', deactivatedAt: null }, 'admin'],
    [false, null, 'stranger'],
    [false, { role: 'student', deactivatedAt: null }, 'student'],
    [false, { role: 'instructor', deactivatedAt: null }, 'instructor'],
    [false, { role: 'instructor', deactivatedAt: deactivated }, 'stranger'],
  ] as const)('admin %s with %j is %s', (isAdmin, enrolment, role) => {
    expect(courseRole({ isAdmin }, enrolment)).toBe(role)
  })
})
