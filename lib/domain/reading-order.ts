interface Placed {
  slug: string
  module: number
}
interface LessonLike extends Placed {
  exercises: readonly string[]
}

export interface ReadingModule<L, E> {
  module: number
  items: ({ kind: 'lesson'; lesson: L } | { kind: 'exercise'; exercise: E })[]
}

/**
 * The week in one order of reading: within a module, each exercise follows the last of the module's lessons that
 * prepares for it. Those that an earlier module has prepared come first. Both lists are in the order of the course.
 */
export function readingOrder<L extends LessonLike, E extends Placed>(
  lessons: readonly L[],
  exercises: readonly E[],
): ReadingModule<L, E>[] {
  const modules = [...new Set([...lessons, ...exercises].map(({ module }) => module))].sort((a, b) => a - b)
  return modules.map((module) => {
    const ofModule = lessons.filter((lesson) => lesson.module === module)
    const after = (exercise: E) => ofModule.findLast((lesson) => lesson.exercises.includes(exercise.slug)) ?? null
    const following = (lesson: L | null) =>
      exercises
        .filter((exercise) => exercise.module === module && after(exercise) === lesson)
        .map((exercise) => ({ kind: 'exercise' as const, exercise }))
    return {
      module,
      items: [
        ...following(null),
        ...ofModule.flatMap((lesson) => [{ kind: 'lesson' as const, lesson }, ...following(lesson)]),
      ],
    }
  })
}
