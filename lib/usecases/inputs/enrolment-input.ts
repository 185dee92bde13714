import { z } from 'zod'
import { Email } from './person-input.ts'

export const CourseRoleInput = z.enum(['student', 'instructor'])
export type CourseRoleInput = z.infer<typeof CourseRoleInput>

export const EnrolmentInput = z.object({ email: Email, role: CourseRoleInput })
export type EnrolmentInput = z.infer<typeof EnrolmentInput>

export const EnrolmentListInput = z.object({
  list: z.string().trim().min(1, 'Paste at least one line.').max(100_000, 'At most 100,000 characters at once.'),
  role: CourseRoleInput,
  /** Make accounts, with initial passwords, for those who have none. */
  createMissing: z.boolean().default(false),
})
export type EnrolmentListInput = z.infer<typeof EnrolmentListInput>
