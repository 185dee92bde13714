import { compareAnswer } from '../compare-case.ts'
import type { Finding, FunctionsFacts } from './facts.ts'

/** Every answer to a visible case has the shape asked for: as many rows, columns and fields. */
export function checkShapes({ visible }: Pick<FunctionsFacts, 'visible'>): Finding {
  const wrong = visible.find(({ expect, answer }) => answer !== undefined && shapeOf(expect) !== shapeOf(answer))
  if (!wrong) return { passed: true, measured: 'Your answers to the visible cases have the shapes asked for.' }
  return {
    passed: false,
    measured: `\`${wrong.fn}\` answered ${shapeOf(wrong.answer)} where ${shapeOf(wrong.expect)} was asked for.`,
  }
}

/** A visible case was not answered in the way that the author knows to be the usual mistake. */
export function checkWrongAnswer(
  { visible }: Pick<FunctionsFacts, 'visible'>,
  { case: number, answer }: { case: number; answer?: unknown },
): Finding {
  const asked = visible[number - 1]
  if (!asked) throw new Error(`there is no visible case ${number}`)
  return compareAnswer(answer, asked.answer).equal
    ? {
        passed: false,
        measured: `Visible case ${number}, a call of \`${asked.fn}\`, was answered as it usually goes wrong.`,
      }
    : { passed: true, measured: `Visible case ${number} was not answered as it usually goes wrong.` }
}

/** In words, as far as the first element of each list tells. */
function shapeOf(value: unknown): string {
  if (typeof value === 'number') return 'a number'
  if (Array.isArray(value)) {
    const sizes = sizesOf(value)
    return sizes.length === 1 ? `a list of ${sizes[0]}` : `an array of ${sizes.join(' × ')}`
  }
  if (typeof value === 'object' && value !== null)
    return `{ ${Object.entries(value)
      .map(([name, part]) => `${name}: ${shapeOf(part)}`)
      .sort()
      .join(', ')} }`
  return typeof value
}

const sizesOf = (value: unknown): number[] => (Array.isArray(value) ? [value.length, ...sizesOf(value[0])] : [])
