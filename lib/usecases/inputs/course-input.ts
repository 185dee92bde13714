import { z } from 'zod'
import { Slug } from '../../contract/exercise.ts'
import { isTimeZone } from '../../domain/zoned-time.ts'

export const CourseInput = z.object({
  title: z.string().trim().min(1, 'Give the course a title.').max(120, 'At most 120 characters.'),
  slug: Slug.min(2, 'At least 2 characters.').max(60, 'At most 60 characters.'),
  description: z.string().trim().max(2000, 'At most 2,000 characters.').default(''),
  timeZone: z.string().refine(isTimeZone, 'Use a name such as Australia/Perth or Europe/London.'),
})
export type CourseInput = z.infer<typeof CourseInput>
