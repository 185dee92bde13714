'use client'
import { ArrowDown, ArrowUp, Rows3, Rows4 } from 'lucide-react'
import type { Route } from 'next'
import Link from 'next/link'
import { useDeferredValue, useState } from 'react'
import { cn } from '#app/components/cn.ts'
import { formatPoints, formatScore } from '#app/components/format.ts'
import { PersonName } from '#app/components/person-name.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { Table, Td, Th } from '#app/components/ui/table.tsx'
import type { Cohort } from '#lib/usecases/read-cohort.ts'
import { arrange, type Filter, type Sort } from './arrange.ts'
import { HeatCell } from './heat-cell.tsx'
import { tintOf, WORK_LOOKS } from './work-look.ts'

interface Props {
  courseSlug: string
  cohort: Pick<Cohort, 'assignments' | 'students'>
  /** Enrolments that need a hand. */
  needing: readonly string[]
}

const FILTERS: Record<Filter, string> = {
  all: 'Everybody',
  needing: 'Who needs me',
  unfinished: 'Not passed everything',
}

export function CohortGrid({ courseSlug, cohort: { assignments, students }, needing }: Props) {
  const [compact, setCompact] = useState(false)
  const [sort, setSort] = useState<Sort>({ by: 'name', descending: false })
  const [filter, setFilter] = useState<Filter>('all')
  const [search, setSearch] = useState('')
  const sought = useDeferredValue(search)
  const shown = arrange(students, { sort, filter, search: sought, needing: new Set(needing), assignments })
  const hrefOf = (enrolmentId: string) => `/courses/${courseSlug}/cohort/${enrolmentId}`
  const sortButton = (by: Sort['by'], label: string) => {
    const current = sort.by === by
    return (
      <button
        type="button"
        onClick={() => setSort({ by, descending: current ? !sort.descending : by !== 'name' })}
        className="inline-flex items-center gap-1 rounded text-left hover:text-ink"
      >
        {label}
        {current &&
          (sort.descending ? <ArrowDown aria-hidden className="size-3" /> : <ArrowUp aria-hidden className="size-3" />)}
      </button>
    )
  }
  const order = (by: Sort['by']) =>
    sort.by === by ? (sort.descending ? ('descending' as const) : ('ascending' as const)) : undefined

  return (
    <section aria-label="Students and exercises" className="grid min-w-0 content-start gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <input
          type="search"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          placeholder="Find a student"
          aria-label="Find a student"
          className="h-8 w-44 rounded-md border border-line-strong/70 bg-surface px-2.5 text-ui placeholder:text-ink-3"
        />
        <select
          value={filter}
          onChange={(event) => setFilter(event.target.value as Filter)}
          aria-label="Show"
          className="h-8 rounded-md border border-line-strong/70 bg-surface px-2 text-ui"
        >
          {Object.entries(FILTERS).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
        <span role="status" className="tnum text-ink-3 text-xs">
          {shown.length} of {students.length}
        </span>
        <Button variant="ghost" className="ml-auto" aria-pressed={compact} onClick={() => setCompact(!compact)}>
          {compact ? <Rows3 aria-hidden /> : <Rows4 aria-hidden />}
          {compact ? 'Comfortable' : 'Compact'}
        </Button>
      </div>
      <Table label="Scores" density="compact">
        <thead>
          <tr>
            <Th className="sticky left-0 z-10 bg-bg" aria-sort={order('name')}>
              {sortButton('name', 'Student')}
            </Th>
            {assignments.map(({ id, title, isFinal }) => (
              <Th key={id} className="min-w-[5.75rem] max-w-32 whitespace-normal" aria-sort={order(id)}>
                {sortButton(id, title)}
                {isFinal && <span className="block font-normal text-2xs">final</span>}
              </Th>
            ))}
            <Th numeric aria-sort={order('points')}>
              {sortButton('points', 'Points')}
            </Th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ enrolmentId, name, isDemo, cells, points }) => (
            <tr key={enrolmentId}>
              <th
                scope="row"
                className={cn(
                  'sticky left-0 z-10 min-w-36 max-w-56 border-line border-b bg-bg px-2 text-left font-medium',
                  compact ? 'py-0.5' : 'py-1',
                )}
              >
                <Link href={hrefOf(enrolmentId) as Route} className="rounded hover:underline">
                  <PersonName name={name} isDemo={isDemo} />
                </Link>
              </th>
              {cells.map((cell, index) => {
                const column = assignments[index]
                return (
                  column && (
                    <td key={cell.assignmentId} className="border-line border-b p-0.5">
                      <HeatCell
                        cell={cell}
                        column={column}
                        compact={compact}
                        href={`${hrefOf(enrolmentId)}#${column.slug}` as Route}
                      />
                    </td>
                  )
                )
              })}
              <Td numeric className="font-semibold">
                {formatPoints(points)}
              </Td>
            </tr>
          ))}
          {shown.length === 0 && (
            <tr>
              <td colSpan={assignments.length + 2} className="px-3 py-8 text-center text-ink-3">
                Nobody here matches. Show everybody, or look for another name.
              </td>
            </tr>
          )}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" className="sticky left-0 z-10 bg-bg px-2 py-2 text-left font-medium text-ink-3 text-xs">
              Median · passed
            </th>
            {assignments.map(({ id, bars, medianScore, medianHeat, passed }) => (
              <td key={id} className="p-0.5">
                <div
                  className="tnum flex h-8 items-center justify-between gap-2 rounded px-2 text-xs"
                  style={{
                    background:
                      medianHeat === null ? undefined : tintOf(medianHeat >= 0.625 ? 'passed' : 'below', medianHeat),
                  }}
                >
                  <span>{medianScore === null ? '–' : formatScore(bars.metric, medianScore)}</span>
                  <span className="text-ink-2">
                    {passed}/{students.length}
                  </span>
                </div>
              </td>
            ))}
            <td />
          </tr>
        </tfoot>
      </Table>
      <dl aria-label="What the signs mean" className="flex flex-wrap gap-x-4 gap-y-1 text-ink-3 text-xs">
        {Object.entries(WORK_LOOKS).map(([state, { glyph, word }]) => (
          <div key={state} className="flex items-center gap-1.5">
            <dt aria-hidden className="text-ink-2">
              {glyph}
            </dt>
            <dd>{word.toLowerCase()}</dd>
          </div>
        ))}
        <div className="flex items-center gap-1.5">
          <dt aria-hidden className="text-ink-2 tracking-[0.1em]">
            •••
          </dt>
          <dd>attempts</dd>
        </div>
      </dl>
    </section>
  )
}
