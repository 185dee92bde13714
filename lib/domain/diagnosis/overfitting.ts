import { lowerIsBetter, reaches } from '../metric.ts'
import type { CurvePoint, Evidence, Rule } from './evidence.ts'
import { keptPoint, METRIC_NAMES, percent, short, shortOnTraining } from './read-evidence.ts'

/** Lead of the training rows, of a metric from 0 to 1. */
const LEAD = 0.15
/** The same, where the validation loss has turned as well. */
const LEAD_AFTER_TURN = 0.1
/** Training error over the error on new rows. */
const RMSE_RATIO = 0.6
/** Moving averages of a batch normalisation follow after this many steps; before, new rows do worse for that reason. */
const SETTLED_STEPS = 500

/** Much better on the rows it was trained on than on new ones: validation rows where there are any, else public ones. */
export const overfitting: Rule = (evidence) => {
  const { exercise, publicMetric, layers, training } = evidence
  const advice = adviceFor(evidence)
  const kept = keptPoint(evidence)
  if (!advice || !kept || kept.metric === null || publicMetric === null) return null
  if (reaches(exercise.metric, publicMetric, exercise.fullBar)) return null
  // Who does not know the training rows either has not learned them by heart.
  if (shortOnTraining(evidence)) return null
  const normalised = layers.some(({ className }) => className === 'BatchNormalization')
  if (normalised && training.steps < SETTLED_STEPS) return null
  const turn = turningPoint(evidence.curve)
  const lead = turn === null ? LEAD : LEAD_AFTER_TURN
  if (!isFarAhead(evidence, kept.metric, publicMetric, lead)) return null
  if (kept.valMetric !== null && !isFarAhead(evidence, kept.metric, kept.valMetric, lead)) return null
  const [rows, fresh] = kept.valMetric === null ? ['public', publicMetric] : ['validation', kept.valMetric]
  const since = turn === null ? '' : ` The validation loss was lowest in epoch ${turn} and rose from there.`
  return `Your ${METRIC_NAMES[exercise.metric]} is ${short(kept.metric)} on the training rows and ${short(fresh)} on ${rows} rows: ${exercise.metric === 'rmse' ? 'the error on new rows is much larger' : `a lead of ${percent(kept.metric - fresh)}`}.${since} Your network knows the training rows by heart rather than what they have in common. ${advice}`
}

function isFarAhead({ exercise, rows }: Evidence, train: number, fresh: number, lead: number): boolean {
  if (lowerIsBetter(exercise.metric)) return train < RMSE_RATIO * fresh
  // Three standard errors of a share over so many rows: a lead below that may be chance.
  return train - fresh > Math.max(lead, 3 * Math.sqrt(0.25 / rows.public))
}

/** The epoch of the lowest validation loss, where it rose by a tenth since. */
function turningPoint(curve: readonly CurvePoint[]): number | null {
  const known = curve.flatMap(({ epoch, valLoss }) => (valLoss === null ? [] : [{ epoch, valLoss }]))
  const lowest = known.toSorted((a, b) => a.valLoss - b.valLoss)[0]
  const last = known.at(-1)
  return lowest && last && last.valLoss > 1.1 * lowest.valLoss ? lowest.epoch : null
}

/** Null where neither model nor training is the learner's to change. */
function adviceFor({ exercise, writable, rows }: Evidence): string | null {
  const smaller = exercise.minParams ? '' : 'a smaller network, '
  const ways = [
    ...(writable.buildModel
      ? [`${rows.shape.length === 1 ? smaller : 'layers that share their weights, '}\`dropout\` or \`l2\``]
      : []),
    ...(writable.training ? ['`earlyStopping` with a `validationSplit`'] : []),
    ...(writable.training && rows.shape.length > 1 ? ['`augment`'] : []),
  ]
  return ways.length > 0 ? `Try ${ways.join(', or ')}.` : null
}
