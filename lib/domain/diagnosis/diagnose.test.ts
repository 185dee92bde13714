import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { diagnose, RULES } from './diagnose.ts'
import { DIAGNOSES, type Evidence } from './evidence.ts'
import { makeCurve, makeEvidence } from './make-evidence.ts'

interface Recorded {
  exercise: string
  runs: { name: string; evidence: Evidence }[]
}

const folder = new URL('recorded/', import.meta.url)
const recorded = readdirSync(folder).flatMap((file) => {
  const { exercise, runs } = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Recorded
  return runs.map(({ name, evidence }) => ({ run: `${exercise}: ${name}`, name, evidence }))
})
const docs = readFileSync(new URL('../../../docs/diagnoses.md', import.meta.url), 'utf8')
const idsOf = (evidence: Evidence) => diagnose(evidence).map(({ id }) => id)

/** Every recorded run that is told something; all others are told nothing. */
const TOLD: Record<string, string[]> = {
  'm1-ore-or-waste: starter': ['inputs-not-scaled', 'm1-ore-or-waste:unscaled'],
  'm1-ore-or-waste: one-neuron': ['underfitting'],
  'm1-ore-or-waste: stacked-lines': ['underfitting'],
  'm1-wine-first-network: starter': ['inputs-not-scaled'],
  'm1-wine-first-network: one-mean-for-all': ['inputs-not-scaled'],
  'm1-wine-first-network: scaled-by-the-chunk': ['depends-on-other-rows', 'm1-wine-first-network:scaled-by-the-chunk'],
  'm1-xor-hidden-layer: starter': ['underfitting'],
  'm1-xor-hidden-layer: linear-hidden-layer': ['underfitting', 'm1-xor-hidden-layer:linear-hidden-layer'],
  'm1-xor-hidden-layer: two-units': ['underfitting'],
  'm3-class-imbalance: starter': ['imbalance-ignored', 'm3-class-imbalance:judged-by-accuracy'],
  'm3-class-imbalance: judged-by-accuracy': ['imbalance-ignored', 'm3-class-imbalance:judged-by-accuracy'],
  'm3-class-imbalance: learning rate × 60': ['learning-rate-too-high'],
  'm4-mnist-cnn: learning rate × 0.02': ['learning-rate-too-low'],
  'm4-mnist-cnn: learning rate × 60': ['learning-rate-too-high'],
  'm4-mnist-cnn: epochs ÷ 8': ['stopped-too-early'],
  'm4-rock-texture: starter': ['overfitting', 'm4-rock-texture:dense-on-pixels'],
  'm5-haul-truck-faults: starter': ['stopped-too-early'],
  'm5-haul-truck-faults: dense-on-the-window': ['overfitting'],
  'm5-haul-truck-faults: learning rate × 0.02': ['learning-rate-too-low'],
  'm5-haul-truck-faults: learning rate × 60': ['learning-rate-too-high'],
  'm5-haul-truck-faults: epochs ÷ 8': ['stopped-too-early'],
  'm5-haul-truck-faults: units ÷ 8': ['underfitting'],
  'capstone-rock-face: lit-by-the-neighbours': ['depends-on-other-rows', 'stopped-too-early'],
  'm0-first-run: starter': ['collapsed-to-one-class'],
  'm0-first-run: far-too-large': ['learning-rate-too-high'],
  'm0-first-run: one-step-larger': ['collapsed-to-one-class'],
  'm2-output-heads: starter': ['wrong-output-head', 'm2-output-heads:sigmoid-head'],
  'm2-output-heads: linear-hidden-layers': ['underfitting'],
  'm2-output-heads: relu-head': ['wrong-output-head', 'm2-output-heads:sigmoid-head'],
  'm2-vanishing-gradients: starter': ['vanishing-gradient', 'm2-vanishing-gradients:sigmoid-but-wider'],
  'm2-vanishing-gradients: sigmoid-but-wider': ['vanishing-gradient', 'm2-vanishing-gradients:sigmoid-but-wider'],
  'm3-batch-normalisation: starter': ['inputs-not-scaled', 'm3-batch-normalisation:no-normalisation'],
  'm3-batch-normalisation: no-normalisation': ['inputs-not-scaled', 'm3-batch-normalisation:no-normalisation'],
  'm3-batch-normalisation: slow-averages': ['averages-lag'],
  'm3-initialisation: starter': ['vanishing-gradient', 'm3-initialisation:fixed-spread'],
  'm3-initialisation: fixed-spread': ['vanishing-gradient', 'm3-initialisation:fixed-spread'],
  'm3-initialisation: too-large': ['loss-flat'],
  'm3-optimiser-and-schedule: starter': ['learning-rate-too-low'],
  'm3-optimiser-and-schedule: too-long-steps': ['learning-rate-too-high', 'm3-optimiser-and-schedule:too-long-steps'],
  'm3-regularisation: starter': ['overfitting', 'm3-regularisation:learnt-by-heart'],
  'm3-regularisation: learnt-by-heart': ['overfitting', 'm3-regularisation:learnt-by-heart'],
  'm5-geology-logs: starter': ['m5-geology-logs:averaging-the-words'],
  'm5-geology-logs: averaging-the-words': ['underfitting', 'm5-geology-logs:averaging-the-words'],
  'm5-geology-logs: tokens-as-numbers': ['inputs-not-scaled'],
  'm5-grade-forecast: starter': ['stopped-too-early'],
  'm5-grade-forecast: dense-on-the-window': ['overfitting'],
  'm5-grade-forecast: raw-target': ['targets-not-scaled'],
  'm6-learning-curve: starter': ['underfitting'],
  'm6-learning-curve: large-network-few-rows': ['overfitting', 'm6-learning-curve:large-network-few-rows'],
  'm6-learning-curve: small-network-all-rows': ['underfitting'],
  'ways-to-go-wrong: learning rate far too high': ['learning-rate-too-high'],
  'ways-to-go-wrong: sgd until the loss is no number': ['learning-rate-too-high'],
  'ways-to-go-wrong: huge initial weights, squared error': ['exploding-gradient'],
  'ways-to-go-wrong: learning rate far too low': ['learning-rate-too-low'],
  'ways-to-go-wrong: eight sigmoid layers': ['vanishing-gradient'],
  'ways-to-go-wrong: huge initial weights': ['loss-flat'],
  'ways-to-go-wrong: saturated tanh': ['saturated-units'],
  'ways-to-go-wrong: dead relu': ['dead-relu'],
  'ways-to-go-wrong: two epochs, a small rate': ['stopped-too-early'],
  'ways-to-go-wrong: a softmax of one': ['wrong-output-head'],
  'ways-to-go-wrong: learned by heart, with validation': ['overfitting'],
  'ways-to-go-wrong: one batch an epoch': ['learning-rate-too-low'],
}

describe('on recorded runs', () => {
  it.each(recorded)('$run', ({ run, evidence }) => {
    expect(idsOf(evidence)).toEqual(TOLD[run] ?? [])
  })

  it('expects only runs that were recorded', () => {
    const known = recorded.map(({ run }) => run)
    expect(Object.keys(TOLD).filter((run) => !known.includes(run))).toEqual([])
  })

  it.each(recorded.filter(({ name }) => name === 'solution'))('no rule at all speaks on $run', ({ evidence }) => {
    expect(DIAGNOSES.filter((id) => RULES[id](evidence) !== null)).toEqual([])
  })

  it.each(recorded)('docs/diagnoses.md says the same of $run', ({ run, evidence }) => {
    const [exercise, name] = run.split(': ')
    const ids = idsOf(evidence).map((id) => `\`${id}\``)
    expect(docs).toContain(`| ${exercise} | ${name} | ${evidence.publicMetric ?? '–'} | ${ids.join(', ') || '–'} |`)
  })

  it('gives every message as whole sentences with a measured number or name', () => {
    for (const { evidence } of recorded)
      for (const { id, message } of diagnose(evidence)) {
        expect(message).toMatch(/^[A-Z\d].*\.$/)
        expect(message).not.toMatch(/undefined|NaN|null|!/)
        if (!id.includes(':')) expect(message).toMatch(/\d|`/)
      }
  })
})

describe('what is left out', () => {
  const stuck = { curve: makeCurve([0.7, 0.7, 0.7, 0.7], { metric: 0.5 }), publicMetric: 0.5 }

  it('says nothing of what follows from what was said', () => {
    expect(idsOf(makeEvidence(stuck))).toEqual(['loss-flat'])
    const columns = [
      { mean: 0, sd: 1 },
      { mean: 900, sd: 300 },
    ]
    const unscaled = makeEvidence({ ...stuck, rows: { columns } })
    expect(RULES['loss-flat'](unscaled)).not.toBeNull()
    expect(idsOf(unscaled)).toEqual(['inputs-not-scaled'])
  })

  it('gives at most three, the exercise’s own among them and last', () => {
    const many = makeEvidence({
      ...stuck,
      outcome: 'cpu-limit',
      rows: { rowwiseDifference: 1 },
      confusion: [
        [200, 0],
        [200, 0],
      ],
      exercise: {
        slug: 'an-exercise',
        mistake: { name: 'the-usual', feedback: 'You did the usual.', when: { check: 'hidden' } },
      },
      failedChecks: [{ id: 'hidden', level: 'should' }],
    })
    expect(idsOf(many)).toEqual(['budget-cut', 'depends-on-other-rows', 'an-exercise:the-usual'])
  })

  it('has nothing to explain at the full bar, save what a failed must check is about', () => {
    const full = { publicMetric: 0.95, rows: { rowwiseDifference: 1 } }
    expect(idsOf(makeEvidence(full))).toEqual([])
    const failed = makeEvidence({ ...full, failedChecks: [{ id: 'rowwise', level: 'must' }] })
    expect(idsOf(failed)).toEqual(['depends-on-other-rows'])
  })

  it('finds nothing in the evidence that the tables beside the rules start from', () => {
    expect(DIAGNOSES.filter((id) => RULES[id](makeEvidence()) !== null)).toEqual([])
  })
})
