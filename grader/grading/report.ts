import { sha256 } from '#lib/catalogue/keyed-hash.ts'
import type { CheckResult, GradeReport, Provenance, RunError } from '#lib/contract/report.ts'
import { bytesOf, type Rows } from '#lib/contract/rows.ts'
import type { MetricName } from '#lib/domain/metric.ts'
import { MAX_POINTS, type Marks } from '#lib/domain/points.ts'
import { packageVersion, tfjsVersion } from '../versions.ts'
import type { GradingRun } from './grading-run.ts'

/** What scoring found, whichever way the exercise is graded. */
export interface Scored {
  metric: { name: MetricName; public: number; private: number }
  /** From public rows, and from private ones. */
  provisional: Marks
  final: Marks
  checks: CheckResult[]
  confusion: GradeReport['confusion']
  cases: GradeReport['cases']
}

export interface Findings extends Scored {
  topologyHash: string | null
  weights: Uint8Array | null
  /** The cleaned topology as text, and prepared training pictures: what is needed to look into the network later. */
  topology: string | null
  sample: Rows | null
}

export const scoredReport = (run: GradingRun, findings: Findings): GradeReport => ({
  ...commonReport(run, findings.topologyHash),
  verdict: 'scored',
  metric: findings.metric,
  points: findings.provisional.points,
  finalPoints: findings.final.points,
  passed: findings.provisional.passed,
  finallyPassed: findings.final.passed,
  checks: findings.checks,
  confusion: findings.confusion,
  cases: findings.cases,
  sample: findings.sample && { sha256: sha256(bytesOf(findings.sample)), shape: findings.sample.shape },
})

export const stoppedReport = (run: GradingRun, error: RunError): GradeReport => ({
  ...commonReport(run, null),
  verdict: error.kind,
  metric: { name: run.exercise.metric, public: null, private: null },
  points: 0,
  finalPoints: 0,
  passed: false,
  finallyPassed: false,
  checks: [],
  confusion: null,
  cases: [],
  error,
})

function commonReport(run: GradingRun, topologyHash: string | null) {
  return {
    exercise: run.exercise.slug,
    maxPoints: MAX_POINTS,
    diagnoses: run.diagnoses,
    notices: run.notices,
    params: run.trained?.params ?? null,
    curve: run.trained?.curve ?? [],
    training: run.trained?.summary ?? null,
    console: run.console,
    timing: run.watch.read(),
    provenance: provenanceOf(run, topologyHash),
  }
}

/** What somebody needs to grade the same submission again and get the same numbers. */
function provenanceOf(run: GradingRun, topologyHash: string | null): Provenance {
  const { bundle, source, box, now } = run.input
  const { engine } = run
  return {
    sourceHash: sha256(source),
    exerciseVersion: bundle.exercise.version,
    exerciseHash: bundle.exerciseHash,
    datasetHash: bundle.dataset?.published.hash ?? null,
    seed: run.seed,
    engine: {
      gradus: packageVersion(),
      node: process.versions.node,
      tfjs: engine?.tfjs ?? tfjsVersion(),
      libtensorflow: engine?.libtensorflow ?? null,
      device: engine?.device ?? 'none',
      threads: engine?.threads ?? 1,
      oneDnn: engine?.oneDnn ?? 'off',
    },
    box: box.level,
    topologyHash,
    weightsHash: run.trained?.weightsHash ?? null,
    gradedAt: now().toISOString(),
  }
}
