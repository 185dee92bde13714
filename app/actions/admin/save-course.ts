'use server'
import { revalidatePath } from 'next/cache'
import { returnValidationErrors } from 'next-safe-action'
import { z } from 'zod'
import { platformAction } from '#app/safe-action.ts'
import { db } from '#lib/db.ts'
import { CourseInput } from '#lib/usecases/inputs/course-input.ts'
import { saveCourse } from '#lib/usecases/save-course.ts'

const Form = CourseInput.extend({ courseId: z.string().optional() })

/** Adds a course, or changes the one of `courseId`. */
export const saveCourseAction = platformAction('course:edit')
  .inputSchema(Form)
  .action(async ({ parsedInput: { courseId, ...input }, ctx }) => {
    const now = new Date()
    const result = await saveCourse(db, { ...(courseId ? { courseId } : {}), input, actorId: ctx.viewer.userId, now })
    if (!result.ok) {
      const slug =
        result.reason === 'slug-taken' ? 'Another course has this address.' : 'This course is no longer there.'
      return returnValidationErrors(Form, { slug: { _errors: [slug] } })
    }
    revalidatePath('/', 'layout')
    return { slug: result.slug, message: courseId ? 'Course saved' : 'Course added' }
  })
