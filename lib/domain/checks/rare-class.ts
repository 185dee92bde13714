import type { Finding, ModelFacts } from './facts.ts'

type Facts = Pick<ModelFacts, 'confusion'>
interface Bar {
  class: number
  min: number
}

/** Of the public rows of the class, the share that was found. */
export function checkRecall({ confusion }: Facts, bar: Bar): Finding {
  const { classes, counts } = required(confusion)
  const row = counts[bar.class] ?? []
  const all = row.reduce((sum, n) => sum + n, 0)
  const found = row[bar.class] ?? 0
  return {
    passed: all > 0 && found / all >= bar.min,
    measured: `Of ${all} public rows of class ${name(classes, bar)}, your model finds ${found}${share(found, all)}.`,
  }
}

/** Of the public rows that the model calls so, the share that is. */
export function checkPrecision({ confusion }: Facts, bar: Bar): Finding {
  const { classes, counts } = required(confusion)
  const called = counts.reduce((sum, row) => sum + (row[bar.class] ?? 0), 0)
  const right = counts[bar.class]?.[bar.class] ?? 0
  return {
    passed: called > 0 && right / called >= bar.min,
    measured:
      called === 0
        ? `Your model calls no public row ${name(classes, bar)}.`
        : `Your model calls ${called} public rows ${name(classes, bar)}, and is right about ${right}${share(right, called)}.`,
  }
}

function required(confusion: Facts['confusion']) {
  if (!confusion) throw new Error('recall and precision need a task with classes')
  return confusion
}
const name = (classes: string[], bar: Bar) => classes[bar.class] ?? String(bar.class)
const share = (part: number, whole: number) => (whole === 0 ? '' : ` (${((100 * part) / whole).toFixed(0)} %)`)
