import { Download } from 'lucide-react'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { Crumbs } from '#app/components/crumbs.tsx'
import { PageBody } from '#app/components/page-body.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { requireCourse } from '#lib/access.ts'
import { db } from '#lib/db.ts'
import { findHeadings } from '#lib/domain/lesson-headings.ts'
import { moduleTitle } from '#lib/domain/module-titles.ts'
import { allLessons, findLesson } from '#lib/lessons.ts'
import { readCourseHome } from '#lib/usecases/read-course-home.ts'
import { Contents } from './contents.tsx'
import { LessonExercises } from './lesson-exercises.tsx'
import { LessonPager } from './lesson-pager.tsx'
import { LessonText } from './lesson-text.tsx'
import { ReadingList } from './reading-list.tsx'

type Props = { params: Promise<{ course: string; lesson: string }> }

/** Title and page ask for the same; once a request. */
const load = cache(async (courseSlug: string, slug: string) => {
  const request = await requireCourse(courseSlug, 'lesson:read')
  const lesson = await findLesson(slug)
  if (!lesson) notFound()
  return { ...request, lesson }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { course, lesson } = await params
  return { title: (await load(course, lesson)).lesson.title }
}

export default async function LessonPage({ params }: Props) {
  const slugs = await params
  const { course, enrolment, lesson } = await load(slugs.course, slugs.lesson)
  const [lessons, tiles] = await Promise.all([
    allLessons(),
    readCourseHome(db, { courseId: course.id, enrolmentId: enrolment?.id ?? null, now: new Date() }),
  ])
  const home = `/courses/${course.slug}`
  const exercises = tiles.filter(({ slug }) => lesson.exercises.includes(slug))
  const headings = [
    ...lesson.blocks.flatMap((block) => (block.kind === 'text' ? findHeadings(block.text) : [])),
    ...(exercises.length > 0 ? [{ id: 'exercises', text: 'What you do with it' }] : []),
    ...(lesson.reading.length > 0 ? [{ id: 'reading', text: 'Read on' }] : []),
  ]

  return (
    <PageBody className="grid gap-8">
      <PageHeader
        above={
          <Crumbs
            links={[
              { href: home, label: course.title },
              { href: `${home}/lessons`, label: 'Lessons' },
            ]}
          />
        }
        title={lesson.title}
        lead={
          <>
            {lesson.objective}{' '}
            <span className="tnum whitespace-nowrap text-ink-3">
              Module {lesson.module}, {moduleTitle(lesson.module).toLowerCase()} · {lesson.minutes} min
            </span>
          </>
        }
        actions={
          <Button asChild size="sm">
            <a href={`${home}/lessons/${lesson.slug}/notebook`} download>
              <Download aria-hidden />
              Notebook
            </a>
          </Button>
        }
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-8 lg:grid-cols-[minmax(0,68ch)_14rem] lg:justify-between">
        <Contents headings={headings} />
        <div className="grid max-w-[68ch] grid-cols-[minmax(0,1fr)] gap-10 lg:col-start-1 lg:row-start-1">
          <LessonText
            lesson={lesson}
            course={{ slug: course.slug, exercises: new Set(tiles.map(({ slug }) => slug)) }}
          />
          {exercises.length > 0 && <LessonExercises tiles={exercises} home={home} />}
          {lesson.reading.length > 0 && <ReadingList reading={lesson.reading} />}
          <LessonPager lessons={lessons} current={lesson.slug} home={home} />
        </div>
      </div>
    </PageBody>
  )
}
