import type { Route } from 'next'
import type { ReactNode } from 'react'
import { BarLegend } from '#app/components/charts/score-track.tsx'
import { formatCount, formatPoints, metricWord } from '#app/components/format.ts'
import { InlineMarkdown } from '#app/components/inline-markdown.tsx'
import { Markdown } from '#app/components/markdown.tsx'
import { Badge } from '#app/components/ui/badge.tsx'
import type { ExercisePage } from '#lib/usecases/read-exercise-page.ts'
import { DataCard } from './data-card.tsx'
import { Hints } from './hints.tsx'
import { VisibleCases } from './visible-cases.tsx'

/** Most authors explain the checks in the text; then they are not listed again. */
const explainsChecks = (readme: string): boolean => /^## What is checked/m.test(readme)

const MODE_WORDS = { write: 'you write it', open: 'yours to change', locked: 'locked' } as const

interface Props extends Pick<ExercisePage, 'exercise' | 'dataset' | 'picture'> {
  courseSlug: string
  /** The exercise's own address. */
  address: string
  /** What to read first. */
  before: ReactNode
}

/** The first of the page's three parts: the lesson, the data, the hints, and what is checked. */
export function TaskText({ exercise, dataset, picture, courseSlug, address, before }: Props) {
  const { readme, objective, minutes, slots, limits, checks, hints, bars, visibleCases, hiddenCases } = exercise
  const budget = [
    ...(limits.maxParams ? [`at most ${formatCount(limits.maxParams)} parameters`] : []),
    ...(limits.minParams ? [`at least ${formatCount(limits.minParams)} parameters`] : []),
    ...(limits.maxEpochs ? [`at most ${limits.maxEpochs} epochs`] : []),
    ...(limits.maxDenseUnits ? [`dense layers of at most ${limits.maxDenseUnits} units`] : []),
  ]
  return (
    <div className="grid gap-7 px-5 py-5 [&>*]:min-w-0">
      <div>
        <p className="max-w-[60ch] text-ink-2">{objective}</p>
        <ul className="mt-3 flex flex-wrap gap-1.5" aria-label="What you write">
          {slots.map(({ name, mode }) => (
            <li key={name}>
              <Badge tone={mode === 'locked' ? 'outline' : 'accent'}>
                <code className="font-mono font-normal">{name}</code>
                <span className="font-normal">{MODE_WORDS[mode]}</span>
              </Badge>
            </li>
          ))}
          <li>
            <Badge tone="outline">about {minutes} min</Badge>
          </li>
        </ul>
        {before}
      </div>
      <Markdown text={readme} figures={`${address}/figures`} />
      {dataset && (
        <DataCard
          dataset={dataset}
          picture={picture}
          trainRows={exercise.trainRows}
          href={`/courses/${courseSlug}/datasets/${dataset.name}` as Route}
        />
      )}
      {visibleCases.length > 0 && <VisibleCases cases={visibleCases} hidden={hiddenCases} />}
      <section aria-labelledby="measured">
        <h2 id="measured" className="mb-2 font-semibold text-base">
          What is measured
        </h2>
        <p className="text-ink-2 text-ui">
          {metricWord(bars.metric)} on {exercise.kind === 'functions' ? 'hidden cases' : 'hidden rows'}
          {budget.length > 0 && `, with ${budget.join(', ')}`}.
        </p>
        <BarLegend bars={bars} />
        {checks.length > 0 && !explainsChecks(readme) && (
          <ul className="mt-3 divide-y divide-line border-line border-t">
            {checks.map(({ id, what, points, must }) => (
              <li key={id} className="flex justify-between gap-4 py-1.5 text-ui">
                <span>
                  <InlineMarkdown text={what} />
                  {must && <span className="ml-1.5 text-ink-3 text-xs">must pass</span>}
                </span>
                <span className="tnum whitespace-nowrap text-ink-3 text-xs leading-5">
                  {points > 0 ? `${formatPoints(points)} points` : ''}
                </span>
              </li>
            ))}
          </ul>
        )}
      </section>
      <section aria-labelledby="hints-title">
        <h2 id="hints-title" className="mb-2 font-semibold text-base">
          Hints
        </h2>
        <Hints hints={hints} />
      </section>
    </div>
  )
}
