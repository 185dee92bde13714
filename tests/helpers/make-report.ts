import { GradeReport } from '#lib/contract/report.ts'
import type { EpochPoint } from '#lib/contract/telemetry.ts'

export const makePoint = (epoch: number): EpochPoint => ({
  epoch,
  loss: 1 / epoch,
  metric: null,
  valLoss: null,
  valMetric: null,
  learningRate: 0.1,
  seconds: epoch,
  layers: [],
})

/** A report as the grader hands it over: what use cases store and show, without the training. */
export const makeReport = (over: Partial<GradeReport> = {}): GradeReport =>
  GradeReport.parse({
    exercise: 'm1-perceptron-rule',
    verdict: 'scored',
    metric: { name: 'cases', public: 0.8, private: 0.7 },
    points: 80,
    finalPoints: 70,
    maxPoints: 100,
    passed: true,
    finallyPassed: false,
    checks: [],
    diagnoses: [],
    notices: [],
    params: 12,
    curve: [],
    confusion: null,
    cases: [],
    training: null,
    console: [],
    timing: { compile: 1, prepare: 1, train: 1, predict: 1, score: 1, total: 5 },
    provenance: {
      sourceHash: 'a'.repeat(64),
      exerciseVersion: 1,
      exerciseHash: 'b'.repeat(64),
      datasetHash: null,
      seed: 1,
      engine: {
        gradus: '0.1.0',
        node: 'v22',
        tfjs: '4.22.0',
        libtensorflow: null,
        device: 'cpu',
        threads: 1,
        oneDnn: true,
      },
      box: 'personal',
      topologyHash: null,
      weightsHash: null,
      gradedAt: '2026-11-23T04:00:00Z',
    },
    ...over,
  })
