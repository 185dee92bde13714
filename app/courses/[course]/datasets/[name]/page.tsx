import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { cache } from 'react'
import { ScoreTrack } from '#app/components/charts/score-track.tsx'
import { Crumbs } from '#app/components/crumbs.tsx'
import { ClassBars } from '#app/components/dataset/class-bars.tsx'
import { FeatureTable } from '#app/components/dataset/feature-table.tsx'
import { Histogram } from '#app/components/dataset/histogram.tsx'
import { rowWords } from '#app/components/dataset/row-words.ts'
import { Samples } from '#app/components/dataset/samples.tsx'
import { formatCount, metricWord } from '#app/components/format.ts'
import { PageBody } from '#app/components/page-body.tsx'
import { Badge } from '#app/components/ui/badge.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { Stat, StatRow } from '#app/components/ui/stat.tsx'
import { requireCourse } from '#lib/access.ts'
import type { Dataset } from '#lib/contract/dataset.ts'
import type { DatasetPicture } from '#lib/contract/dataset-picture.ts'
import { db } from '#lib/db.ts'
import { type DatasetPage, readDatasetPage } from '#lib/usecases/read-dataset-page.ts'

type Props = { params: Promise<{ course: string; name: string }> }

/** Title and page ask for the same; once a request. */
const load = cache(async (courseSlug: string, name: string) => {
  const { course, role } = await requireCourse(courseSlug, 'dataset:read')
  const page = await readDatasetPage(db, {
    courseId: course.id,
    name,
    isStaff: role !== 'student',
    now: new Date(),
  })
  if (!page) notFound()
  return { course, ...page }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { course, name } = await params
  return { title: (await load(course, name)).card.title }
}

export default async function DatasetRoute({ params }: Props) {
  const slugs = await params
  const { course, card, picture, exercises } = await load(slugs.course, slugs.name)
  return (
    <PageBody className="grid gap-8">
      <PageHeader
        above={
          <Crumbs
            links={[
              { href: `/courses/${course.slug}`, label: course.title },
              { href: `/courses/${course.slug}/datasets`, label: 'Datasets' },
            ]}
          />
        }
        title={
          <span className="flex flex-wrap items-center gap-2.5">
            {card.title}
            {card.synthetic && <Badge tone="outline">synthetic</Badge>}
          </span>
        }
        lead={card.story}
      />
      <StatRow>
        <Stat label="One row" value={card.shape.join(' × ')} note={rowWords(card)} />
        <Stat label="Training rows" value={formatCount(card.split.train)} note="your code may see them" />
        <Stat label="Public rows" value={formatCount(card.split.public)} note="hidden, scored at once" />
        <Stat label="Private rows" value={formatCount(card.split.private)} note="hidden, they decide" />
      </StatRow>
      {picture && <Targets card={card} picture={picture} />}
      {picture && picture.samples.kind !== 'none' && (
        <Part title="A few training rows">
          <Samples card={card} samples={picture.samples} />
        </Part>
      )}
      {card.features.length > 0 && (
        <Part title={card.shape.length === 1 ? 'Columns' : 'What a value is'}>
          <FeatureTable card={card} picture={picture} />
        </Part>
      )}
      <Exercises courseSlug={course.slug} exercises={exercises} />
      <Part title="Where it comes from">
        <p className="max-w-[68ch] text-ink-2 text-ui">{card.origin}</p>
        <p className="mt-2 text-ink-2 text-ui">Licence: {card.licence}.</p>
        <p className="mt-2 max-w-[68ch] text-ink-3 text-xs">
          Version {card.version}. Which rows are hidden was decided on this installation; what you see here are training
          rows.
        </p>
      </Part>
    </PageBody>
  )
}

function Targets({ card, picture: { targets, features } }: { card: Dataset; picture: DatasetPicture }) {
  if (targets.kind === 'classes')
    return (
      <Part title="Classes" className="max-w-xl">
        <ClassBars
          classes={card.classes ?? []}
          counts={targets.counts}
          coloured={(features[0]?.histogram.counts.length ?? 1) > 1}
        />
      </Part>
    )
  return (
    <Part title="Targets" className="max-w-sm">
      <Histogram name="target" histogram={targets.histogram} />
    </Part>
  )
}

function Exercises({ courseSlug, exercises }: { courseSlug: string; exercises: DatasetPage['exercises'] }) {
  return (
    <Part title={exercises.length === 1 ? 'The exercise that uses it' : 'Exercises that use it'}>
      {exercises.length === 0 && <p className="text-ink-2 text-ui">None yet: it is there for whoever writes one.</p>}
      <ul className="grid gap-5">
        {exercises.map(({ slug, title, bars, trainRows }) => (
          <li key={slug} className="max-w-xl">
            <p className="flex flex-wrap items-baseline gap-x-3">
              <Link
                href={`/courses/${courseSlug}/exercises/${slug}` as Route}
                className="font-medium text-accent text-ui hover:underline"
              >
                {title}
              </Link>
              <span className="tnum text-ink-3 text-xs">
                {metricWord(bars.metric)} on public rows, {formatCount(trainRows)} training rows
              </span>
            </p>
            <ScoreTrack bars={bars} score={null} labelled className="mt-1.5" />
          </li>
        ))}
      </ul>
    </Part>
  )
}

function Part({ title, className, children }: { title: string; className?: string; children: ReactNode }) {
  return (
    <section aria-label={title} className={className}>
      <h2 className="mb-3 font-semibold text-base">{title}</h2>
      {children}
    </section>
  )
}
