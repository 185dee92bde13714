import type { Bars } from '#lib/domain/bars.ts'
import { RunCurves } from '../charts/run-curves.tsx'
import { formatCount, formatNumberOf, formatSeconds } from '../format.ts'
import { InlineMarkdown } from '../inline-markdown.tsx'
import { CasesList } from './cases-list.tsx'
import { ChecksList } from './checks-list.tsx'
import { ConfusionMatrix } from './confusion-matrix.tsx'
import { ConsoleOutput } from './console-output.tsx'
import { ReadLesson } from './lesson-links.tsx'
import { Notices } from './notices.tsx'
import { ReportPart } from './report-part.tsx'
import { RunFault } from './run-fault.tsx'
import { RunProgress } from './run-progress.tsx'
import type { RunView } from './run-view.ts'
import { ScoreHeadline } from './score-headline.tsx'
import { TakeHome } from './take-home.tsx'
import type { Connection } from './use-run.ts'

interface Props {
  view: RunView
  bars: Bars
  /** A by-hand exercise: no model, no curves. */
  byHand: boolean
  /** The exercise takes nothing at the moment, by a fault of ours. */
  paused?: boolean
  connection?: Connection
  onReveal?: (line: number, column?: number) => void
}

/** A run, under way or finished: the score, the curves, and everything that explains them. */
export function RunReport({ view, bars, byHand, paused, connection, onReveal }: Props) {
  const { report, state, curve, model } = view
  const consoleLines = report ? report.console.map((line) => ({ level: 'log' as const, line })) : view.console
  const notices = report?.notices ?? view.notices
  const showsCurves = !byHand && (state !== 'finished' || curve.length > 0)
  return (
    <div className="grid gap-6 [&>*]:min-w-0">
      {state !== 'finished' && <RunProgress view={view} byHand={byHand} connection={connection} />}
      {state === 'finished' && (
        <RunFault verdict={view.verdict} error={report?.error} paused={paused} onReveal={onReveal} />
      )}
      {report && view.verdict === 'scored' && <ScoreHeadline report={report} bars={bars} />}
      <Notices notices={notices} />
      {showsCurves && (
        <RunCurves
          curve={curve}
          bars={bars}
          bestEpoch={report?.training?.restoredBest ? report.training.bestEpoch : null}
          {...(model ? { epochs: state === 'finished' ? (curve.at(-1)?.epoch ?? model.epochs) : model.epochs } : {})}
        />
      )}
      {report && report.diagnoses.length > 0 && (
        <ReportPart title="Diagnosis">
          <ul className="grid gap-2">
            {report.diagnoses.map(({ id, message }) => (
              <li key={id} className="border-accent border-l-2 pl-3 text-ui">
                <InlineMarkdown text={message} />
                <ReadLesson diagnosisId={id} />
              </li>
            ))}
          </ul>
        </ReportPart>
      )}
      {report && report.cases.length > 0 && <CasesList cases={report.cases} />}
      {report && report.checks.length > 0 && (
        <ReportPart title="Checks">
          <ChecksList checks={report.checks} />
        </ReportPart>
      )}
      {report?.confusion && (
        <ReportPart title="Confusion">
          <ConfusionMatrix {...report.confusion} />
        </ReportPart>
      )}
      {consoleLines.length > 0 && (
        <ReportPart title="Console" note={formatNumberOf(consoleLines.length, 'line')}>
          <ConsoleOutput lines={consoleLines} />
        </ReportPart>
      )}
      {report && view.verdict === 'scored' && <Figures view={view} />}
      {report?.provenance.weightsHash && view.verdict === 'scored' && (
        <TakeHome runId={view.runId} exercise={report.exercise} kept={view.weightsKept} />
      )}
    </div>
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
    <ReportPart title="Figures">
      <dl className="tnum grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-ui">
        {figures.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-ink-3">{name}</dt>
            <dd className="break-words">{value}</dd>
          </div>
        ))}
      </dl>
    </ReportPart>
  )
}
