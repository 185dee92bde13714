import { fromZoned, toZoned } from '#lib/domain/zoned-time.ts'
import { enrol } from '#lib/usecases/enrol-person.ts'
import { ensureAccount } from './accounts.ts'
import { DEMO_STUDENTS } from './demo-students.ts'
import { loadRecordings } from './load-recordings.ts'
import { type PublishedExercise, publishCatalogue } from './publish-catalogue.ts'
import type { Place, Scenario } from './scenario.ts'

export const DEMO_PASSWORD = 'gradus-demo'
const SLUG = 'resources-deep-learning'
const TIME_ZONE = 'Australia/Perth'
const DAY_MS = 24 * 3_600_000
/** A demo that had closed when somebody comes back to it would show nothing. */
const OPEN_DAYS = 120

/** The course that Gradus ships with, three accounts to look round with, and a dozen invented students. */
export const demo: Scenario = {
  about: 'the demo course with three accounts and a dozen invented students',
  async seed(place) {
    const exercises = await publishCatalogue(place)
    place.say('the demo course and its people')
    const course = await ensureCourse(place)
    for (const exercise of exercises) await ensureAssignment(place, course, exercise)
    await ensurePeople(place, course.id)
    await loadRecordings(place, course)
  },
}

async function ensureCourse({ db, now }: Place) {
  return db.course.upsert({
    where: { slug: SLUG },
    update: {},
    create: {
      slug: SLUG,
      title: 'Deep learning for the resources industry',
      description:
        'One week: what neural networks are, how deep ones are trained, convolutions for images, recurrence for sequences, and what activation functions are for.',
      timeZone: TIME_ZONE,
      createdAt: now,
    },
  })
}

/** Due in the order of the modules, from the day after the course was made. */
async function ensureAssignment({ db }: Place, course: { id: string; createdAt: Date }, exercise: PublishedExercise) {
  const { slug, module } = exercise.frozen.exercise
  const known = await db.assignment.findUnique({
    where: { courseId_slug: { courseId: course.id, slug } },
    include: { exerciseVersion: { select: { hash: true } } },
  })
  if (!known) {
    await db.assignment.create({
      data: {
        courseId: course.id,
        exerciseVersionId: exercise.id,
        slug,
        opensAt: onDay(course.createdAt, -5, '08:00'),
        // What comes before the week is due with its first day: on the course's own day it could be too late already.
        dueAt: onDay(course.createdAt, Math.max(1, module), '18:00'),
        closesAt: onDay(course.createdAt, OPEN_DAYS, '18:00'),
        attemptsPerDay: 20,
        // The first run and the first network are for finding one's way: nothing is held back.
        revealAtOnce: module <= 1 && exercise.frozen.exercise.order === 1,
        createdAt: course.createdAt,
      },
    })
  } else if (known.exerciseVersion.hash !== exercise.frozen.hash) {
    // Nobody's grade may change under them; a demo that only holds recorded work moves on with the exercise.
    const own = await db.submission.count({ where: { assignmentId: known.id, runs: { some: { isDemo: false } } } })
    if (own === 0) await db.assignment.update({ where: { id: known.id }, data: { exerciseVersionId: exercise.id } })
  }
}

/** That many days after, at a time on the course's clock. */
function onDay(from: Date, days: number, time: string): Date {
  const day = toZoned(new Date(from.getTime() + days * DAY_MS), TIME_ZONE).slice(0, 10)
  const at = fromZoned(`${day}T${time}`, TIME_ZONE)
  if (!at) throw new Error(`${day} has no ${time} in ${TIME_ZONE}`)
  return at
}

async function ensurePeople({ db, now }: Place, courseId: string) {
  const account = (name: string, email: string) => ({
    name,
    email,
    isAdmin: false,
    isDemo: true,
    password: DEMO_PASSWORD,
  })
  const admin = { ...account('Avery Admin', 'admin@gradus.example'), isAdmin: true }
  await ensureAccount(db, admin, now)
  const instructor = await ensureAccount(db, account('Indira Instructor', 'instructor@gradus.example'), now)
  const student = await ensureAccount(db, account('Sam Student', 'student@gradus.example'), now)
  const enrolled = [
    { userId: instructor.id, role: 'instructor' as const },
    { userId: student.id, role: 'student' as const },
  ]
  for (const { name, email } of DEMO_STUDENTS) {
    // Without a password: they are there to be looked at, not signed in as.
    const { id } = await ensureAccount(db, { ...account(name, email), password: null }, now)
    enrolled.push({ userId: id, role: 'student' })
  }
  for (const { userId, role } of enrolled) {
    const known = await db.enrolment.findUnique({ where: { userId_courseId: { userId, courseId } } })
    // Somebody whom an admin took out of the course stays out.
    if (!known) await db.$transaction((tx) => enrol(tx, { courseId, userId, role, actorId: null, now }))
  }
}
