import { reaches } from '../metric.ts'
import { averagesLag } from './averages-lag.ts'
import { budgetCut } from './budget-cut.ts'
import { collapsedToOneClass } from './collapsed-to-one-class.ts'
import { deadRelu } from './dead-relu.ts'
import { dependsOnOtherRows } from './depends-on-other-rows.ts'
import { DIAGNOSES, type DiagnosisId, type Evidence, type Rule } from './evidence.ts'
import { explodingGradient } from './exploding-gradient.ts'
import { imbalanceIgnored } from './imbalance-ignored.ts'
import { inputsNotScaled } from './inputs-not-scaled.ts'
import { learningRateTooHigh } from './learning-rate-too-high.ts'
import { learningRateTooLow } from './learning-rate-too-low.ts'
import { lossFlat } from './loss-flat.ts'
import { overfitting } from './overfitting.ts'
import { ownMistake } from './own-mistake.ts'
import { saturatedUnits } from './saturated-units.ts'
import { stoppedTooEarly } from './stopped-too-early.ts'
import { targetsNotScaled } from './targets-not-scaled.ts'
import { underfitting } from './underfitting.ts'
import { vanishingGradient } from './vanishing-gradient.ts'
import { wrongOutputHead } from './wrong-output-head.ts'

/** The shape of `Diagnosis` in the grade report. */
export interface Explanation {
  id: string
  message: string
}

export const RULES: Record<DiagnosisId, Rule> = {
  'budget-cut': budgetCut,
  'depends-on-other-rows': dependsOnOtherRows,
  'wrong-output-head': wrongOutputHead,
  'inputs-not-scaled': inputsNotScaled,
  'targets-not-scaled': targetsNotScaled,
  'learning-rate-too-high': learningRateTooHigh,
  'exploding-gradient': explodingGradient,
  'vanishing-gradient': vanishingGradient,
  'dead-relu': deadRelu,
  'saturated-units': saturatedUnits,
  'imbalance-ignored': imbalanceIgnored,
  'loss-flat': lossFlat,
  'averages-lag': averagesLag,
  'collapsed-to-one-class': collapsedToOneClass,
  'learning-rate-too-low': learningRateTooLow,
  'stopped-too-early': stoppedTooEarly,
  overfitting,
  underfitting,
}

const TOO_LITTLE: DiagnosisId[] = ['learning-rate-too-low', 'stopped-too-early', 'underfitting']
const ALIKE: DiagnosisId[] = ['averages-lag', 'collapsed-to-one-class']
const STUCK: DiagnosisId[] = ['dead-relu', 'saturated-units', 'loss-flat', ...ALIKE, ...TOO_LITTLE]
const LOST: DiagnosisId[] = ['exploding-gradient', 'vanishing-gradient', 'imbalance-ignored', ...STUCK]

/** What follows from what: mend the cause, and these are gone or say something else. */
const EXPLAINS: Partial<Record<DiagnosisId, readonly DiagnosisId[]>> = {
  'budget-cut': TOO_LITTLE,
  'depends-on-other-rows': ['overfitting', ...ALIKE, 'imbalance-ignored'],
  'wrong-output-head': ['learning-rate-too-high', ...LOST],
  'inputs-not-scaled': ['learning-rate-too-high', ...LOST],
  'targets-not-scaled': LOST,
  'learning-rate-too-high': LOST,
  'exploding-gradient': STUCK,
  'vanishing-gradient': STUCK,
  'dead-relu': ['loss-flat', ...ALIKE, ...TOO_LITTLE],
  'saturated-units': ['loss-flat', ...ALIKE, ...TOO_LITTLE],
  'imbalance-ignored': ['loss-flat', ...ALIKE, ...TOO_LITTLE],
  'loss-flat': ['stopped-too-early', 'underfitting'],
  'averages-lag': ['collapsed-to-one-class', 'overfitting', ...TOO_LITTLE],
  'collapsed-to-one-class': TOO_LITTLE,
  'learning-rate-too-low': ['loss-flat', 'stopped-too-early', 'underfitting'],
  'stopped-too-early': ['underfitting'],
}

const MOST = 3

/**
 * What explains a result, causes first, at most three; the exercise's own mistake comes last and always has a place.
 * A run at the full bar has nothing to explain, unless a `must` check failed: then only what is certain is said.
 */
export function diagnose(evidence: Evidence): Explanation[] {
  const { exercise, publicMetric, failedChecks } = evidence
  const full = publicMetric !== null && reaches(exercise.metric, publicMetric, exercise.fullBar)
  if (full && !failedChecks.some(({ level }) => level === 'must')) return []

  const found = DIAGNOSES.flatMap((id) => {
    const message = RULES[id](evidence)
    return message === null ? [] : [{ id, message }]
  })
  const ids = found.map(({ id }) => id)
  const explained = new Set(ids.flatMap((id) => EXPLAINS[id] ?? []))
  const own = ownMistake(exercise, {
    failedChecks: failedChecks.map(({ id }) => id),
    diagnoses: ids,
    layers: evidence.layers.length,
  })
  const left = found.filter(({ id }) => !explained.has(id)).slice(0, own ? MOST - 1 : MOST)
  return own ? [...left, own] : left
}
