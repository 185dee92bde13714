import { formatSeconds } from '#app/components/format.ts'
import type { DisclosedReport } from '#lib/contract/disclosed-report.ts'
import { describeProfile } from '#lib/contract/engine-profile.ts'

/** Where a grade comes from: enough to grade the same source again and get the same. */
export function Passport({
  report: { provenance, timing, training },
  runId,
}: {
  report: DisclosedReport
  runId: string
}) {
  const { engine } = provenance
  const time = (ms: number) => formatSeconds(ms / 1000)
  const figures: [name: string, value: string, mono?: boolean][] = [
    ['Graded', provenance.gradedAt],
    ['Seed', String(provenance.seed)],
    ['Box', provenance.box],
    ['Exercise', `version ${provenance.exerciseVersion}`],
    ['Exercise hash', provenance.exerciseHash, true],
    ['Dataset hash', provenance.datasetHash ?? 'no dataset', provenance.datasetHash !== null],
    ['Source hash', provenance.sourceHash, true],
    ['Topology hash', provenance.topologyHash ?? 'no model', provenance.topologyHash !== null],
    ['Weights hash', provenance.weightsHash ?? 'no model', provenance.weightsHash !== null],
    ['Engine', `Gradus ${engine.gradus}, Node ${engine.node}, TensorFlow.js ${engine.tfjs}`],
    ['Kernels', engine.libtensorflow ? `libtensorflow ${engine.libtensorflow}` : 'none: nothing was trained'],
    ['Device', `${engine.device}, ${describeProfile(engine)}`],
    ...(training ? [['CPU of training', formatSeconds(training.cpuSeconds)] as [string, string]] : []),
    [
      'Time',
      `compile ${time(timing.compile)}, prepare ${time(timing.prepare)}, train ${time(timing.train)}, predict ${time(timing.predict)}, score ${time(timing.score)}`,
    ],
    ['Run', runId, true],
  ]
  return (
    <dl className="tnum grid gap-x-4 gap-y-1.5 text-ui sm:grid-cols-[8.5rem_1fr]">
      {figures.map(([name, value, mono]) => (
        <div key={name} className="contents">
          <dt className="text-ink-3">{name}</dt>
          <dd className={mono ? 'break-all font-mono text-xs leading-5' : 'break-words'}>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
