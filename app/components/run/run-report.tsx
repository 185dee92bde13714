import { Check, Info, X } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Bars } from '#lib/domain/bars.ts'
import { RunCurves } from '../charts/run-curves.tsx'
import { cn } from '../cn.ts'
import { formatCount, formatNumberOf, formatSeconds } from '../format.ts'
import { InlineMarkdown } from '../inline-markdown.tsx'
import { ChecksList } from './checks-list.tsx'
import { ConfusionMatrix } from './confusion-matrix.tsx'
import { ConsoleOutput } from './console-output.tsx'
import { ReadLesson } from './lesson-links.tsx'
import { RunFault } from './run-fault.tsx'
import { RunProgress } from './run-progress.tsx'
import type { RunView } from './run-view.ts'
import { ScoreHeadline } from './score-headline.tsx'
import type { Connection } from './use-run.ts'

interface Props {
  view: RunView
  bars: Bars
  /** A by-hand exercise: no model, no curves. */
  byHand: boolean
  connection?: Connection
  onReveal?: (line: number, column?: number) => void
}

/** A run, under way or finished: the score, the curves, and everything that explains them. */
export function RunReport({ view, bars, byHand, connection, onReveal }: Props) {
  const { report, state, curve, model } = view
  const consoleLines = report ? report.console.map((line) => ({ level: 'log' as const, line })) : view.console
  const notices = report?.notices ?? view.notices
  const showsCurves = !byHand && (state !== 'finished' || curve.length > 0)
  return (
    <div className="grid gap-6 [&>*]:min-w-0">
      {state !== 'finished' && <RunProgress view={view} byHand={byHand} connection={connection} />}
      {state === 'finished' && <RunFault verdict={view.verdict} error={report?.error} onReveal={onReveal} />}
      {report && view.verdict === 'scored' && <ScoreHeadline report={report} bars={bars} />}
      {notices.length > 0 && (
        <ul className="grid gap-1.5">
          {notices.map((notice) => (
            <li key={notice} className="flex gap-2 text-ink-2 text-ui">
              <Info aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-3" />
              <span>
                <InlineMarkdown text={notice} />
              </span>
            </li>
          ))}
        </ul>
      )}
      {showsCurves && (
        <RunCurves
          curve={curve}
          bars={bars}
          bestEpoch={report?.training?.restoredBest ? report.training.bestEpoch : null}
          {...(model ? { epochs: state === 'finished' ? (curve.at(-1)?.epoch ?? model.epochs) : model.epochs } : {})}
        />
      )}
      {report && report.diagnoses.length > 0 && (
        <Part title="Diagnosis">
          <ul className="grid gap-2">
            {report.diagnoses.map(({ id, message }) => (
              <li key={id} className="border-accent border-l-2 pl-3 text-ui">
                <InlineMarkdown text={message} />
                <ReadLesson diagnosisId={id} />
              </li>
            ))}
          </ul>
        </Part>
      )}
      {report && report.cases.length > 0 && (
        <Part
          title="Visible cases"
          note={`${report.cases.filter(({ passed }) => passed).length} of ${report.cases.length} right`}
        >
          <ul className="divide-y divide-line">
            {report.cases.map(({ fn, passed, message }, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: cases have no identity but their place
              <li key={i} className="grid grid-cols-[1.25rem_1fr] gap-x-2 py-1.5 text-ui">
                <span className={cn('mt-0.5', passed ? 'text-good' : 'text-bad')}>
                  {passed ? <Check aria-hidden className="size-4" /> : <X aria-hidden className="size-4" />}
                  <span className="sr-only">{passed ? 'Right' : 'Wrong'}</span>
                </span>
                <span className="min-w-0">
                  <code className="font-mono text-xs">{fn}</code>
                  {message && (
                    <span className="mt-0.5 block whitespace-pre-wrap break-words text-ink-2 text-xs">{message}</span>
                  )}
                </span>
              </li>
            ))}
          </ul>
        </Part>
      )}
      {report && report.checks.length > 0 && (
        <Part title="Checks">
          <ChecksList checks={report.checks} />
        </Part>
      )}
      {report?.confusion && (
        <Part title="Confusion">
          <ConfusionMatrix {...report.confusion} />
        </Part>
      )}
      {consoleLines.length > 0 && (
        <Part title="Console" note={formatNumberOf(consoleLines.length, 'line')}>
          <ConsoleOutput lines={consoleLines} />
        </Part>
      )}
      {report && view.verdict === 'scored' && <Figures view={view} />}
    </div>
  )
}

function Part({ title, note, children }: { title: string; note?: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h2 className="mb-2 flex items-baseline gap-2 font-medium text-ui">
        {title}
        {note && <span className="tnum font-normal text-ink-3 text-xs">{note}</span>}
      </h2>
      {children}
    </section>
  )
}

function Figures({ view: { report, model } }: { view: RunView }) {
  if (!report) return null
  const { training, timing, provenance, params } = report
  const figures: [string, string][] = [
    ...(params === null ? [] : [['Parameters', formatCount(params)] as [string, string]]),
    ...(training
      ? ([
          [
            'Epochs',
            model && training.stoppedEarly
              ? `${training.epochsRun} of ${model.epochs}, stopped early`
              : String(training.epochsRun),
          ],
          ['Weights kept', training.restoredBest ? `epoch ${training.bestEpoch}, the best` : 'the last'],
          ['Training', formatSeconds(timing.train / 1000)],
        ] satisfies [string, string][])
      : []),
    ['In all', formatSeconds(timing.total / 1000)],
    ['Seed', String(provenance.seed)],
    ['Graded on', `${provenance.engine.device}, TensorFlow.js ${provenance.engine.tfjs}`],
  ]
  return (
    <Part title="Figures">
      <dl className="tnum grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-ui">
        {figures.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-ink-3">{name}</dt>
            <dd className="break-words">{value}</dd>
          </div>
        ))}
      </dl>
    </Part>
  )
}
