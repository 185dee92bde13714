import type { Db } from '../db.ts'

export interface Assignable {
  slug: string
  title: string
  module: number
  version: number
}

/** Exercises that are published and not yet in the course, each in its newest version. */
export async function listAssignable(db: Db, { courseId }: { courseId: string }): Promise<Assignable[]> {
  return db.$queryRaw<Assignable[]>`
    SELECT slug, title, module, version FROM (
      SELECT DISTINCT ON (slug) slug, title, module, "order", version FROM "ExerciseVersion"
      ORDER BY slug, version DESC, "createdAt" DESC
    ) newest
    WHERE slug NOT IN (SELECT slug FROM "Assignment" WHERE "courseId" = ${courseId})
    ORDER BY module, "order", slug`
}
