import { checkShapes, checkWrongAnswer } from './answers.ts'
import { checkAugmented } from './augmented.ts'
import { checkBeatsLastValue } from './beats-last-value.ts'
import type { CheckSpec, FunctionsCheckSpec, ModelCheckSpec } from './check-spec.ts'
import type { Finding, FunctionsFacts, ModelFacts } from './facts.ts'
import { checkFallingLoss, checkFallingRate } from './falling.ts'
import { checkFinite, checkPure } from './functions.ts'
import { checkGradients } from './gradient-check.ts'
import { checkHasLayer, checkLacksLayer } from './has-layer.ts'
import { checkHead } from './head.ts'
import { checkHiddenLayer } from './hidden-layer.ts'
import { checkLossFell } from './loss-fell.ts'
import { checkMaxDenseUnits } from './max-dense-units.ts'
import { checkNoIdleBias } from './no-idle-bias.ts'
import { checkOutputRange } from './output-range.ts'
import { checkMaxParams, checkMinParams } from './params.ts'
import { checkPrecision, checkRecall } from './rare-class.ts'
import { checkRegularised, checkStopsEarly } from './regularised.ts'
import { checkRowwise } from './rowwise.ts'
import { checkScaled } from './scaled.ts'
import { checkGradientFlow, checkSignalSpread } from './signal.ts'

/** One check as it is reported: the shape of `CheckResult` in the grade report. */
export interface CheckOutcome {
  id: string
  level: 'must' | 'should'
  passed: boolean
  points: number
  maxPoints: number
  what: string
  feedback: string
}

/** Every check of a model exercise, in the author's order. */
export const runModelChecks = (specs: readonly ModelCheckSpec[], facts: ModelFacts): CheckOutcome[] =>
  specs.map((spec) => outcome(spec, findInModel(spec, facts)))

/** Every check of a by-hand exercise, in the author's order. */
export const runFunctionsChecks = (specs: readonly FunctionsCheckSpec[], facts: FunctionsFacts): CheckOutcome[] =>
  specs.map((spec) => outcome(spec, findInFunctions(spec, facts)))

function outcome({ id, level, points, what, advice }: CheckSpec, { passed, measured }: Finding): CheckOutcome {
  return {
    id,
    level,
    passed,
    points: passed ? points : 0,
    maxPoints: points,
    what,
    feedback: passed || !advice ? measured : `${measured} ${advice}`,
  }
}

function findInModel(spec: ModelCheckSpec, facts: ModelFacts): Finding {
  switch (spec.rule) {
    case 'rowwise':
      return checkRowwise(facts)
    case 'scaled':
      return checkScaled(facts)
    case 'head':
      return checkHead(facts)
    case 'hidden-layer':
      return checkHiddenLayer(facts, spec)
    case 'has-layer':
      return checkHasLayer(facts, spec)
    case 'lacks-layer':
      return checkLacksLayer(facts, spec)
    case 'no-idle-bias':
      return checkNoIdleBias(facts)
    case 'regularised':
      return checkRegularised(facts)
    case 'output-range':
      return checkOutputRange(facts, spec)
    case 'max-params':
      return checkMaxParams(facts, spec)
    case 'min-params':
      return checkMinParams(facts, spec)
    case 'max-dense-units':
      return checkMaxDenseUnits(facts, spec)
    case 'augmented':
      return checkAugmented(facts)
    case 'stops-early':
      return checkStopsEarly(facts)
    case 'falling-rate':
      return checkFallingRate(facts, spec)
    case 'falling-loss':
      return checkFallingLoss(facts)
    case 'gradient-flow':
      return checkGradientFlow(facts, spec)
    case 'signal-spread':
      return checkSignalSpread(facts, spec)
    case 'loss-fell':
      return checkLossFell(facts, spec)
    case 'beats-last-value':
      return checkBeatsLastValue(facts)
    case 'recall':
      return checkRecall(facts, spec)
    case 'precision':
      return checkPrecision(facts, spec)
    default:
      return spec satisfies never
  }
}

function findInFunctions(spec: FunctionsCheckSpec, facts: FunctionsFacts): Finding {
  switch (spec.rule) {
    case 'pure':
      return checkPure(facts)
    case 'finite':
      return checkFinite(facts)
    case 'gradcheck':
      return checkGradients(facts)
    case 'shapes':
      return checkShapes(facts)
    case 'wrong-answer':
      return checkWrongAnswer(facts, spec)
    default:
      return spec satisfies never
  }
}
